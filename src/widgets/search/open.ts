// The search over a page: a field, and links below it. Without a framework, so that it is small on every page.
import { search as words } from '#strings';
import { indexOf, type Entry, type Found } from './find.ts';

let find: Promise<(query: string) => readonly Found[]> | undefined;

async function load(): Promise<(query: string) => readonly Found[]> {
  const answer = await fetch('/data/search.json');
  if (!answer.ok) throw new Error(`search: ${answer.status}`);
  return indexOf((await answer.json()) as readonly Entry[]);
}

export function openSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search') ?? makeDialog();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function makeDialog(): HTMLDialogElement {
  const dialog = make('dialog', 'search');
  dialog.setAttribute('aria-label', words.title);
  const field = make('input', 'search-field');
  field.type = 'search';
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.placeholder = words.placeholder;
  field.setAttribute('aria-label', words.title);
  const said = make('p', 'search-said');
  said.setAttribute('role', 'status');
  const list = make('ul', 'search-found');
  const close = make('button', 'button');
  close.type = 'button';
  close.textContent = words.close;
  close.addEventListener('click', () => {
    dialog.close();
  });
  const head = make('div', 'search-head');
  head.append(field, close);
  dialog.append(head, said, list);
  document.body.append(dialog);

  let latest = '';
  const show = async (): Promise<void> => {
    latest = field.value;
    const asked = latest;
    if (asked.trim() === '') {
      said.textContent = words.hint;
      list.replaceChildren();
      return;
    }
    find ??= load();
    try {
      const found = (await find)(asked);
      if (asked !== latest) return;
      said.textContent = words.found(found.length);
      list.replaceChildren(...found.map(entryOf));
    } catch {
      find = undefined;
      said.textContent = words.failed;
    }
  };
  field.addEventListener('input', () => void show());
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [field, ...list.querySelectorAll('a')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') list.querySelector('a')?.click();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target instanceof Element && event.target.closest('a')))
      dialog.close();
  });
  void show();
  return dialog;
}

function entryOf({ href, title, heading, sentence }: Found): HTMLElement {
  const item = make('li', '');
  const link = make('a', '');
  link.href = href;
  const name = make('span', 'search-name');
  name.textContent = heading === undefined ? title : words.within(title, heading);
  const text = make('span', 'search-text');
  text.append(
    ...sentence.map(({ text: piece, hit }) => {
      if (!hit) return piece;
      const mark = make('mark', '');
      mark.textContent = piece;
      return mark;
    }),
  );
  link.append(name, text);
  item.append(link);
  return item;
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  return element;
}
