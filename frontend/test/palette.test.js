// Holds the colours of tokens.css to their distances: contrast by WCAG 2, difference by CIEDE2000 as seen with normal,
// protan, deutan and tritan vision (matrices of Machado, Oliveira and Fernandes, 2009, severity 1).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('../css/tokens.css', import.meta.url), 'utf8');
const tokens = Object.fromEntries(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }]));
const statuses = ['passed', 'failed', 'flaky', 'skipped', 'broken', 'blocked', 'running'];
const themes = ['light', 'dark'];

const VISION = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const TO_XYZ = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]];

const linear = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
  .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
const times = (matrix, v) => matrix.map((row) => row.reduce((sum, x, i) => sum + x * v[i], 0));
const luminance = (hex) => times(TO_XYZ, linear(hex))[1];

function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function lab(hex, vision) {
  const seen = times(VISION[vision], linear(hex)).map((c) => Math.min(1, Math.max(0, c)));
  const white = [0.95047, 1, 1.08883];
  const [x, y, z] = times(TO_XYZ, seen).map((c, i) => c / white[i]).map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference([l1, a1, b1], [l2, a2, b2]) {
  const rad = Math.PI / 180;
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const p1 = a1 * (1 + g);
  const p2 = a2 * (1 + g);
  const c1 = Math.hypot(p1, b1);
  const c2 = Math.hypot(p2, b2);
  const hue = (b, a) => (a || b ? (Math.atan2(b, a) / rad + 360) % 360 : 0);
  const h1 = hue(b1, p1);
  const h2 = hue(b2, p2);
  let turn = h2 - h1;
  if (c1 * c2 === 0) turn = 0;
  else if (turn > 180) turn -= 360;
  else if (turn < -180) turn += 360;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((turn * rad) / 2);
  const l = (l1 + l2) / 2;
  const c = (c1 + c2) / 2;
  let h = h1 + h2;
  if (c1 * c2 !== 0) {
    if (Math.abs(h1 - h2) <= 180) h /= 2;
    else h = h < 360 ? (h + 360) / 2 : (h - 360) / 2;
  }
  const t = 1 - 0.17 * Math.cos((h - 30) * rad) + 0.24 * Math.cos(2 * h * rad) + 0.32 * Math.cos((3 * h + 6) * rad) - 0.2 * Math.cos((4 * h - 63) * rad);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sc = 1 + 0.045 * c;
  const sh = 1 + 0.015 * c * t;
  const rotation = -Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * rad) * 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  return Math.sqrt(((l2 - l1) / sl) ** 2 + ((c2 - c1) / sc) ** 2 + (dH / sh) ** 2 + rotation * ((c2 - c1) / sc) * (dH / sh));
}

function atLeast(limit, measured, words) {
  assert.ok(measured >= limit, `${words}: ${measured.toFixed(2)}, wanted ${limit}`);
}

test('measures as the published pairs do', () => {
  assert.ok(Math.abs(difference([50, 2.6772, -79.7751], [50, 0, -82.7485]) - 2.0425) < 1e-4);
  assert.ok(Math.abs(difference([50, -1, 2], [50, 0, 0]) - 2.3669) < 1e-4);
  assert.ok(Math.abs(contrast('#000000', '#ffffff') - 21) < 1e-4);
});

for (const theme of themes) {
  const colour = (name) => {
    assert.ok(tokens[name], `tokens.css names --${name}`);
    return tokens[name][theme];
  };

  test(`${theme}: status fills stand out from the canvas and from each other in every vision`, () => {
    for (const status of statuses) atLeast(3, contrast(colour(status), colour('canvas')), `${status} on canvas`);
    for (const vision of Object.keys(VISION)) {
      statuses.forEach((one, at) => statuses.slice(at + 1).forEach((other) =>
        atLeast(13, difference(lab(colour(one), vision), lab(colour(other), vision)), `${one} and ${other}, ${vision}`)));
    }
  });

  test(`${theme}: status words are readable on their ground`, () => {
    for (const status of statuses) atLeast(5.8, contrast(colour(`${status}-ink`), colour(`${status}-soft`)), `${status} ink`);
  });

  test(`${theme}: text and controls are readable on every ground`, () => {
    for (const ground of ['canvas', 'surface', 'raised', 'hover']) {
      for (const ink of ['ink', 'ink-2', 'accent', 'failed-ink', 'passed-ink', 'risk-ink']) atLeast(4.5, contrast(colour(ink), colour(ground)), `${ink} on ${ground}`);
    }
    for (const ground of ['canvas', 'raised']) atLeast(3, contrast(colour('line-2'), colour(ground)), `control border on ${ground}`);
    atLeast(4.5, contrast(colour('on-accent'), colour('accent')), 'primary button');
  });

  test(`${theme}: numbers are readable on the risk ramp`, () => {
    for (const step of [1, 2, 3]) atLeast(4.5, contrast(colour('risk-text-low'), colour(`risk-${step}`)), `risk ${step}`);
    for (const step of [4, 5]) atLeast(4.5, contrast(colour('risk-text-high'), colour(`risk-${step}`)), `risk ${step}`);
  });
}
