// A live page: an event stream that starts where the server's rendering ended and never loses its place.
//
// The section carries data-live (address) and data-seq (last event rendered). Every event's data is an HTML fragment
// whose elements have ids: an element already on the page is replaced, a new one goes into the list named by data-into.
import { delayBefore, streamAfter } from './format.js';
import { say } from './app.js';

const HIDDEN_LIMIT = 60_000;
const ANNOUNCE_EVERY = 10_000;
const POLL_EVERY = 5_000;

export function start(section) {
  const state = { section, seq: section.dataset.seq, source: null, failures: 0, paused: false, finished: false, timer: 0, announced: 0 };
  section.querySelector('[data-live-pause]')?.addEventListener('click', (event) => pause(state, event.currentTarget));
  document.addEventListener('visibilitychange', () => visibility(state));
  connect(state);
}

function connect(state) {
  if (state.finished || state.paused) return;
  state.source?.close();
  const source = new EventSource(streamAfter(state.section.dataset.live, state.seq));
  state.source = source;
  source.onopen = () => { state.failures = 0; pill(state, 'live', 'Live'); };
  source.onerror = () => failed(state);
  for (const kind of ['summary', 'test', 'problem', 'log']) source.addEventListener(kind, (event) => take(state, event));
  source.addEventListener('done', (event) => { take(state, event); finish(state); });
}

// A broken stream is resumed by the browser itself (readyState CONNECTING); after an HTTP error it has given up.
function failed(state) {
  if (state.finished || state.paused) return;
  if (state.source.readyState === EventSource.CONNECTING) { pill(state, 'reconnecting', 'Reconnecting'); return; }
  state.failures += 1;
  clearTimeout(state.timer);
  if (state.failures >= 3) { poll(state); return; }
  const wait = delayBefore(state.failures);
  pill(state, 'reconnecting', `Reconnecting in ${Math.round(wait / 1000)} s`);
  state.timer = setTimeout(() => connect(state), wait);
}

async function poll(state) {
  pill(state, 'reconnecting', 'Reading every 5 s');
  const answer = await fetch(location.href, { headers: { 'HX-Request': 'true' } }).catch(() => null);
  if (answer?.ok) {
    place(state, await answer.text());
    if (state.failures >= 3) state.failures = 2;
  }
  state.timer = setTimeout(() => connect(state), POLL_EVERY);
}

function take(state, event) {
  if (event.lastEventId) state.seq = event.lastEventId;
  if (event.data) place(state, event.data);
  announce(state);
}

function place(state, html) {
  const page = new DOMParser().parseFromString(`<template>${html}</template>`, 'text/html');
  const parts = [...page.querySelector('template').content.children];
  for (const part of parts) put(state, document.importNode(part, true));
}

function put(state, part) {
  const known = part.id && document.getElementById(part.id);
  if (known) {
    if (known.contains(document.activeElement)) return keepFocus(known, part);
    known.replaceWith(part);
    head(part);
  } else if (part.dataset.into) {
    document.querySelector(part.dataset.into)?.append(part);
    trim(document.querySelector(part.dataset.into));
  }
  globalThis.htmx?.process(part);
  part.dispatchEvent(new CustomEvent('htmx:afterSwap', { bubbles: true }));
  return undefined;
}

// A part may carry what the tab of the browser shows.
function head(part) {
  if (part.dataset.title) document.title = part.dataset.title;
  if (part.dataset.icon) document.querySelector('link[rel="icon"]')?.setAttribute('href', part.dataset.icon);
}

// The element with the focus stays; it is renewed with its newest part when the reader leaves it.
const waiting = new WeakMap();

function keepFocus(known, part) {
  const first = !waiting.has(known);
  waiting.set(known, part);
  if (first) known.addEventListener('focusout', (event) => left(known, event.relatedTarget));
}

function left(known, next) {
  if (!known.isConnected || known.contains(next)) return;
  known.replaceWith(waiting.get(known));
}

function trim(list) {
  const limit = Number(list?.dataset.limit ?? 2000);
  while (list && list.children.length > limit) list.firstElementChild.remove();
}

function announce(state) {
  const now = Date.now();
  const line = state.section.querySelector('[data-live-words]');
  if (line && now - state.announced > ANNOUNCE_EVERY) {
    state.announced = now;
    say(line.textContent);
  }
}

function finish(state) {
  state.finished = true;
  state.source?.close();
  pill(state, 'finished', 'Finished');
  state.section.querySelector('[data-live-pause]')?.remove();
}

function pause(state, button) {
  state.paused = !state.paused;
  button.setAttribute('aria-pressed', String(state.paused));
  clearTimeout(state.timer);
  if (state.paused) { state.source?.close(); pill(state, 'paused', 'Paused'); } else connect(state);
}

function visibility(state) {
  clearTimeout(state.hidden);
  if (document.hidden) state.hidden = setTimeout(() => state.source?.close(), HIDDEN_LIMIT);
  else if (state.source?.readyState === EventSource.CLOSED) connect(state);
}

function pill(state, name, words) {
  const element = state.section.querySelector('#live-pill');
  if (element) { element.dataset.state = name; element.textContent = words; }
}
