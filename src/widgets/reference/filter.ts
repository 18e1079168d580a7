// The field above a reference: rows without its words are hidden, and sections that have no row left.
import { matches } from './matches.ts';

const field = document.querySelector<HTMLInputElement>('[data-filter]');
const said = document.querySelector<HTMLElement>('[data-filter-said]');

function show(query: string): void {
  let left = 0;
  for (const section of document.querySelectorAll<HTMLElement>('[data-section]')) {
    let here = 0;
    for (const row of section.querySelectorAll<HTMLElement>('[data-row]')) {
      const shown = matches(row.textContent, query);
      row.hidden = !shown;
      if (shown) here += 1;
    }
    section.hidden = here === 0;
    left += here;
  }
  if (!said) return;
  const { none = '', some = '' } = said.dataset;
  said.textContent = query.trim() === '' ? '' : left === 0 ? none : `${left} ${some}`;
}

field?.addEventListener('input', () => {
  show(field.value);
});
// A browser that comes back fills the field by itself.
if (field && field.value !== '') show(field.value);
