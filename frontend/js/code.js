// A text area with line numbers: they follow the text and its scrolling; messages of the server jump to their line.
export function start(area) {
  const text = area.querySelector('textarea');
  const lines = area.querySelector('[data-lines]');
  const count = () => {
    const wanted = text.value.split('\n').length;
    lines.textContent = Array.from({ length: wanted }, (_, i) => i + 1).join('\n');
  };
  text.addEventListener('input', count);
  text.addEventListener('scroll', () => { lines.scrollTop = text.scrollTop; });
  text.addEventListener('keydown', (event) => indent(event, text));
  document.addEventListener('click', (event) => {
    const link = event.target.closest('[data-line]');
    if (link) { event.preventDefault(); goTo(text, Number(link.dataset.line)); }
  });
  count();
  if (/^#L\d+$/.test(location.hash)) goTo(text, Number(location.hash.slice(2)));
}

/** Two spaces for a tab; Escape first lets Tab leave the area. */
function indent(event, text) {
  if (event.key === 'Escape') text.dataset.leave = 'yes';
  else if (event.key === 'Tab' && !event.shiftKey && !text.dataset.leave) {
    event.preventDefault();
    text.setRangeText('  ', text.selectionStart, text.selectionEnd, 'end');
    text.dispatchEvent(new Event('input', { bubbles: true }));
  } else if (event.key !== 'Shift') delete text.dataset.leave;
}

function goTo(text, line) {
  const start = text.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  text.focus();
  text.setSelectionRange(start, start + (text.value.split('\n')[line - 1] ?? '').length);
  text.scrollTop = Math.max(0, (line - 4) * 18);
}
