// The service map: arrows go to the nearest service in their direction; buttons change its size.
export function nearest(from, others, key) {
  const axis = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  if (!axis) return null;
  const ranked = others
    .map((other) => ({ other, dx: other.x - from.x, dy: other.y - from.y }))
    .filter(({ dx, dy }) => dx * axis[0] + dy * axis[1] > 0)
    .map(({ other, dx, dy }) => ({ other, cost: Math.abs(dx * axis[0] + dy * axis[1]) + 2 * Math.abs(dx * axis[1] + dy * axis[0]) }))
    .sort((a, b) => a.cost - b.cost);
  return ranked[0]?.other ?? null;
}

const READABLE = 0.55;

export function start(graph) {
  const picture = graph.querySelector('svg.map');
  const nodes = [...graph.querySelectorAll('a.node')].map((element) => ({ element, x: Number(element.dataset.x), y: Number(element.dataset.y) }));
  const size = { width: Number(picture.dataset.width), height: Number(picture.dataset.height), scale: 1 };
  graph.addEventListener('keydown', (event) => {
    const from = nodes.find((node) => node.element === document.activeElement);
    const next = from ? nearest(from, nodes.filter((node) => node !== from), event.key) : null;
    if (next) { event.preventDefault(); next.element.focus(); }
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-zoom]');
    if (button) zoom(graph, picture, size, button.dataset.zoom);
  });
  zoom(graph, picture, size, 'readable');
}

function zoom(graph, picture, size, how) {
  const fit = Math.min(1, (graph.clientWidth - 8) / size.width);
  size.scale = { in: size.scale * 1.25, out: size.scale / 1.25, fit, readable: Math.max(READABLE, fit) }[how];
  size.scale = Math.min(3, Math.max(0.2, size.scale));
  picture.setAttribute('width', Math.round(size.width * size.scale));
  picture.setAttribute('height', Math.round(size.height * size.scale));
  const hint = document.querySelector('[data-wider]');
  if (hint) hint.hidden = size.width * size.scale <= graph.clientWidth;
}
