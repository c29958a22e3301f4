// The palette: a dialog with a combobox. The server answers /palette?q= with the options as HTML.
import { move } from './format.js';

const dialog = document.querySelector('#palette');
const box = dialog?.querySelector('input');
const answers = dialog?.querySelector('[role="listbox"]');
let asked = 0;
let timer = 0;

export function open() {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  box.value = '';
  box.focus();
  ask();
}

async function ask() {
  const mine = ++asked;
  const address = new URL(dialog.dataset.address, location.href);
  address.searchParams.set('q', box.value);
  address.searchParams.set('at', location.pathname);
  const answer = await fetch(address, { headers: { 'HX-Request': 'true' }, credentials: 'same-origin' }).catch(() => null);
  if (mine !== asked) return;
  if (!answer?.ok) {
    answers.textContent = 'The search could not be reached. Try again in a moment.';
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  answers.replaceChildren(...page.body.childNodes);
  select(0);
}

const options = () => [...answers.querySelectorAll('[role="option"]')];

function select(index) {
  options().forEach((option, at) => {
    option.setAttribute('aria-selected', String(at === index));
    if (at === index) {
      box.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  });
  if (!options().length) box.removeAttribute('aria-activedescendant');
}

function onKey(event) {
  const list = options();
  const at = list.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    select(move(at, event.key === 'ArrowDown' ? 1 : -1, list.length));
  } else if (event.key === 'Enter') {
    event.preventDefault();
    list[at]?.click();
  }
}

box?.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
box?.addEventListener('keydown', onKey);
dialog?.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
