// A file dropped on the zone becomes the file of its input, as if it had been chosen.
export function start(zone) {
  const input = zone.querySelector('input[type="file"]');
  const mark = (over) => zone.classList.toggle('over', over);
  zone.addEventListener('dragover', (event) => { event.preventDefault(); mark(true); });
  zone.addEventListener('dragleave', () => mark(false));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
}
