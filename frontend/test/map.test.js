import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../js/map.js';

const at = (name, x, y) => ({ name, x, y });

test('an arrow goes to the nearest service in its direction', () => {
  const others = [at('right', 200, 0), at('far', 400, 0), at('below', 0, 100), at('diagonal', 150, 140)];
  assert.equal(nearest(at('from', 0, 0), others, 'ArrowRight').name, 'right');
  assert.equal(nearest(at('from', 0, 0), others, 'ArrowDown').name, 'below');
  assert.equal(nearest(at('from', 0, 0), others, 'ArrowLeft'), null);
  assert.equal(nearest(at('from', 0, 0), others, 'Enter'), null);
});
