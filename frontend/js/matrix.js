// The risk matrix is one tab stop; arrows move between its cells.
export function start(table) {
  const cells = [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('a')]);
  const flat = cells.flat();
  const first = flat.find((cell) => cell.hasAttribute('aria-current')) ?? flat[0];
  for (const cell of flat) cell.tabIndex = cell === first ? 0 : -1;
  table.addEventListener('keydown', (event) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const y = cells.findIndex((row) => row.includes(document.activeElement));
    if (!step || y < 0) return;
    event.preventDefault();
    const x = cells[y].indexOf(document.activeElement);
    const next = cells[Math.min(4, Math.max(0, y + step[0]))]?.[Math.min(4, Math.max(0, x + step[1]))];
    for (const cell of flat) cell.tabIndex = cell === next ? 0 : -1;
    next?.focus();
  });
}
