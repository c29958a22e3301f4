import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delayBefore, exact, move, nextKey, relative, streamAfter, takesText, took, withToken } from '../js/format.js';

const MINUTE = 60_000;

test('says how long ago in the largest unit that fits', () => {
  assert.equal(relative(0, 20_000), 'just now');
  assert.equal(relative(0, 6 * MINUTE + 59_000), '6 min ago');
  assert.equal(relative(0, 2 * 60 * MINUTE), '2 h ago');
  assert.equal(relative(0, 26 * 60 * MINUTE), '1 day ago');
  assert.equal(relative(0, 72 * 60 * MINUTE), '3 days ago');
  assert.equal(relative(5 * MINUTE, 0), 'in 5 min');
});

test('shows the exact time in the zone of the reader and in UTC', () => {
  const text = exact(Date.UTC(2026, 10, 22, 2, 0, 0), 'Europe/Berlin');
  assert.match(text, /22 Nov 2026, 03:00:00 Europe\/Berlin/);
  assert.match(text, /22 Nov 2026, 02:00:00 UTC/);
});

test('writes durations with one unit below a minute', () => {
  assert.equal(took(84.4), '84 ms');
  assert.equal(took(2014), '2.01 s');
  assert.equal(took(38_400), '38 s');
  assert.equal(took(461_000), '7 min 41 s');
  assert.equal(took(7_500_000), '2 h 5 min');
});

test('g and a letter go somewhere, other letters are pressed', () => {
  const first = nextKey('', 'g');
  assert.deepEqual(first, { state: 'g', action: null });
  assert.deepEqual(nextKey(first.state, 'p'), { state: '', action: { go: 'paths' } });
  assert.deepEqual(nextKey('g', 'q'), { state: '', action: null });
  assert.deepEqual(nextKey('', '/'), { state: '', action: { press: '/' } });
});

test('letters belong to fields, not to check boxes', () => {
  assert.equal(takesText({ tagName: 'INPUT', type: 'search' }), true);
  assert.equal(takesText({ tagName: 'INPUT', type: 'checkbox' }), false);
  assert.equal(takesText({ tagName: 'TEXTAREA' }), true);
  assert.equal(takesText({ tagName: 'A' }), false);
  assert.equal(takesText(null), false);
});

test('moving through rows stays inside', () => {
  assert.equal(move(-1, 1, 3), 0);
  assert.equal(move(-1, -1, 3), 2);
  assert.equal(move(2, 1, 3), 2);
  assert.equal(move(0, -1, 3), 0);
  assert.equal(move(0, 1, 0), -1);
});

test('waits longer before each new connection, up to half a minute', () => {
  assert.deepEqual([1, 2, 3, 9].map(delayBefore), [1000, 2000, 4000, 30_000]);
});

test('a stream goes on after the last event seen', () => {
  assert.equal(streamAfter('/p/shop/runs/RUN-1/events', '41'), '/p/shop/runs/RUN-1/events?after=41');
  assert.equal(streamAfter('/events?x=1', '7'), '/events?x=1&after=7');
});

test('a facet replaces its token and takes itself out again', () => {
  assert.equal(withToken('status:failed "free text"', 'status', 'passed'), '"free text" status:passed');
  assert.equal(withToken('status:failed', 'status', 'failed'), '');
});
