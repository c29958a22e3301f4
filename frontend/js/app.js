// What every page does: times in the reader's words, copy buttons, shortcuts, menus, the palette's door, htmx errors.
import { exact, GO_TO, move, nextKey, relative, takesText } from './format.js';

const root = document.documentElement;
const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// Times
function showTimes(within = document) {
  if (root.dataset.times === 'exact') return;
  const now = Date.now();
  for (const time of all('time[data-rel]', within)) {
    const at = Date.parse(time.dateTime);
    if (!time.title) time.title = exact(at);
    time.textContent = relative(at, now);
  }
}

// Copy
async function copy(button) {
  const source = button.dataset.copy.startsWith('#') ? find(button.dataset.copy) : null;
  const wanted = source ? (source.value ?? source.textContent) : button.dataset.copy;
  const text = wanted.startsWith('/') ? location.origin + wanted : wanted;
  const label = find('[data-label]', button) ?? button;
  const before = label.textContent;
  try {
    await navigator.clipboard.writeText(text);
    say('Copied');
    label.textContent = 'Copied';
  } catch {
    if (source) getSelection().selectAllChildren(source);
    label.textContent = 'Press Ctrl C';
  }
  setTimeout(() => { label.textContent = before; }, 1600);
}

/** Tells readers of the page's status line something without moving the focus. */
export function say(text) {
  const line = find('#say');
  if (line) line.textContent = text;
}

// Shortcuts
let pending = '';
const rows = () => all('[data-rows] [data-row]');

function goTo(name) {
  find(`.side a[data-nav="${name}"]`)?.click();
}

function moveRow(step) {
  const list = rows();
  const at = list.findIndex((row) => row.contains(document.activeElement));
  const row = list[move(at, step, list.length)];
  row?.querySelector('a, button, input')?.focus();
}

function selectRow() {
  document.activeElement?.closest('[data-row]')?.querySelector('input[type="checkbox"]')?.click();
}

const presses = {
  '/': () => find('#q')?.focus(),
  '?': () => find('#help')?.showModal(),
  '[': () => toggleSide(),
  j: () => moveRow(1),
  k: () => moveRow(-1),
  x: selectRow,
  u: () => all('.crumbs a').at(-1)?.click(),
  y: () => navigator.clipboard.writeText(location.href).then(() => say('Link copied')),
  c: () => find('[data-key="c"]')?.click(),
  e: () => find('[data-key="e"]')?.click(),
};

function press(key) {
  const control = find(`[data-key="${CSS.escape(key)}"]`);
  if (presses[key]) presses[key]();
  else control?.click();
  return Boolean(presses[key] || control);
}

function onKey(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    openPalette();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
    event.target.form?.requestSubmit();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's' && find('[data-save]')) {
    event.preventDefault();
    find('[data-save]').click();
    return;
  }
  if (root.dataset.shortcuts === 'off' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (takesText(event.target) || find('dialog[open]')) return;
  const { state, action } = nextKey(pending, event.key);
  pending = state;
  if (action?.go) goTo(action.go);
  else if (action?.press && press(action.press)) event.preventDefault();
}

// Side bar and menus
function toggleSide() {
  const narrow = root.dataset.side !== 'narrow';
  root.dataset.side = narrow ? 'narrow' : 'wide';
  document.cookie = `interlock-side=${narrow ? 'narrow' : 'wide'};path=/;max-age=31536000;samesite=lax`;
  find('[data-side-toggle]')?.setAttribute('aria-pressed', String(narrow));
}

function closeMenus(except) {
  for (const menu of all('details.menu[open]')) if (menu !== except) menu.open = false;
}

// Palette
async function openPalette() {
  const { open } = await import('./palette.js');
  open();
}

function onClick(event) {
  const target = event.target.closest('button, a, summary');
  closeMenus(event.target.closest('details.menu'));
  if (!target) return;
  if (target.dataset.copy !== undefined) copy(target);
  if (target.hasAttribute('data-palette')) { event.preventDefault(); openPalette(); }
  if (target.hasAttribute('data-help')) find('#help')?.showModal();
  if (target.hasAttribute('data-side-toggle')) toggleSide();
  if (target.hasAttribute('data-close')) target.closest('dialog')?.close();
  if (target.dataset.open) find(target.dataset.open)?.showModal();
  if (target.hasAttribute('data-menu-button')) {
    event.preventDefault();
    root.dataset.menu = root.dataset.menu === 'open' ? '' : 'open';
  }
}

// Forms: one activation sends once; a dangerous one asks first
function onSubmit(event) {
  const form = event.target;
  const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (question && !window.confirm(question)) { event.preventDefault(); return; }
  if (form.method === 'post' && !form.hasAttribute('hx-post')) {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    setTimeout(() => { delete form.dataset.sent; }, 4000);
  }
}

// htmx: what came in gets its times; a failed call leaves the page readable and says so
function onSwap(event) {
  showTimes(event.target);
  markFaults();
  const summary = event.target.querySelector?.('[data-focus]');
  summary?.focus();
}

/** A field whose line of faults says something is marked, the others are not. */
function markFaults() {
  for (const line of all('[data-fault]')) {
    document.getElementById(line.dataset.fault)?.setAttribute('aria-invalid', String(line.textContent !== ''));
  }
}

// 409 and 422 carry a page that says what is wrong; any other error leaves what is shown as it is
function onAnswer(event) {
  const { status } = event.detail.xhr;
  if (status >= 400 && status !== 409 && status !== 422) event.detail.shouldSwap = false;
  else find('#failed')?.remove();
}

/** A call that failed is made once more by itself, then by the reader; what is shown is older than what was asked. */
function failed(event, what) {
  const asker = event.detail.elt;
  if (!asker.dataset.again) {
    asker.dataset.again = 'yes';
    setTimeout(() => askAgain(asker), 1500);
    say(`${what}. Asking again.`);
    return;
  }
  delete asker.dataset.again;
  warn(`${what}. What you see is from before your last change.`, () => askAgain(asker));
}

function askAgain(asker) {
  if (asker.isConnected) window.htmx.trigger(asker, asker.matches('form') ? 'submit' : asker.matches('button') ? 'click' : 'change');
}

function warn(text, again) {
  find('#failed')?.remove();
  const line = document.createElement('div');
  line.id = 'failed';
  line.className = 'note-box bad';
  line.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.textContent = text;
  line.append(words);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn small';
  button.textContent = 'Ask again';
  button.addEventListener('click', again);
  line.append(button);
  find('#main')?.prepend(line);
}

function start() {
  showTimes();
  setInterval(showTimes, 30_000);
  find('[data-focus]')?.focus();
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', onClick);
  document.addEventListener('submit', onSubmit);
  document.body.addEventListener('htmx:afterSwap', onSwap);
  document.body.addEventListener('htmx:beforeSwap', onAnswer);
  document.body.addEventListener('htmx:responseError', (event) => failed(event, `The server answered ${event.detail.xhr.status}`));
  document.body.addEventListener('htmx:sendError', (event) => failed(event, 'The server could not be reached'));
  document.body.addEventListener('htmx:timeout', (event) => failed(event, 'The server did not answer in time'));
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') closeMenus(); });
  if (find('[data-live]')) import('./live.js').then(({ start: follow }) => follow(find('[data-live]')));
  for (const part of all('[data-module]')) import(`./${part.dataset.module}.js`).then((module) => module.start(part));
}

start();
export { GO_TO };
