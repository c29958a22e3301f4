// Pure functions of the pages: words for times, key sequences, list movement, delays. Tested with `node --test`.

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['h', 3_600],
  ['min', 60],
];

/** "6 min ago", "in 2 h", "just now"; both arguments in milliseconds. */
export function relative(at, now) {
  const seconds = Math.round((now - at) / 1000);
  const size = Math.abs(seconds);
  if (size < 45) return seconds >= 0 ? 'just now' : 'in a moment';
  const [unit, length] = UNITS.find(([, unitLength]) => size >= unitLength) ?? ['min', 60];
  const count = Math.max(1, seconds >= 0 ? Math.floor(size / length) : Math.round(size / length));
  const word = ['year', 'month', 'day'].includes(unit) && count !== 1 ? `${unit}s` : unit;
  return seconds >= 0 ? `${count} ${word} ago` : `in ${count} ${word}`;
}

/** The exact local time with its zone, and the same in UTC. */
export function exact(at, zone = Intl.DateTimeFormat().resolvedOptions().timeZone) {
  const options = { year: 'numeric', month: 'short', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' };
  const local = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(at);
  const utc = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(at);
  return `${local} ${zone}\n${utc} UTC`;
}

/** Milliseconds in words: "84 ms", "2.01 s", "7 min 41 s". */
export function took(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1000).toFixed(2)} s`;
  if (ms < 60_000) return `${Math.round(ms / 1000)} s`;
  const minutes = Math.floor(ms / 60_000);
  const seconds = Math.floor((ms % 60_000) / 1000);
  return minutes < 60 ? `${minutes} min ${seconds} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Where `g` and a letter lead, as the name of a side bar entry. */
export const GO_TO = Object.freeze({
  h: 'home', m: 'map', s: 'services', p: 'paths', k: 'risk', t: 'tests', l: 'plans', r: 'runs',
  f: 'flaky', c: 'schedules', e: 'environments', i: 'import',
});

/**
 * Takes one key into account: answers the state that follows and the action, if the key completes one.
 * `state` is '' or 'g'; actions are `{ go: name }` or `{ press: key }`.
 */
export function nextKey(state, key) {
  if (state === 'g') return { state: '', action: GO_TO[key] ? { go: GO_TO[key] } : null };
  if (key === 'g') return { state: 'g', action: null };
  return { state: '', action: { press: key } };
}

/** Whether letters typed into this element belong to it and not to a shortcut. */
export function takesText(element) {
  if (!element) return false;
  if (element.isContentEditable) return true;
  const tag = String(element.tagName).toLowerCase();
  if (tag === 'textarea' || tag === 'select') return true;
  return tag === 'input' && !['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'file'].includes(element.type);
}

/** The index after a step through `count` rows; stays inside and starts at an end. */
export function move(index, step, count) {
  if (count === 0) return -1;
  if (index < 0) return step > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, index + step));
}

/** Milliseconds to wait before the n-th new connection (n from 1): 1 s, 2 s, 4 s ... 30 s. */
export function delayBefore(attempt) {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, attempt - 1));
}

/** The address of an event stream that goes on after a sequence number. */
export function streamAfter(address, sequence) {
  const separator = address.includes('?') ? '&' : '?';
  return `${address}${separator}after=${encodeURIComponent(sequence)}`;
}

/** The query of a filter box with `name:value` put in place of an earlier `name:` token, or taken out if it was there. */
export function withToken(query, name, value) {
  const tokens = query.match(/-?[\w-]+:"[^"]*"|"[^"]*"|\S+/g) ?? [];
  const wanted = `${name}:${value}`;
  const rest = tokens.filter((token) => !token.startsWith(`${name}:`));
  return (tokens.includes(wanted) ? rest : [...rest, wanted]).join(' ');
}
