// The directive `client:wake`. What somebody does while the island wakes is done again once it is awake.
import type { ClientDirective } from 'astro';

const SIGNS = ['pointerenter', 'pointerdown', 'focusin', 'keydown', 'gatehouse:wake'];

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isField(target: EventTarget | null): target is Field {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  );
}

/** Radios and boxes are clicked, not typed into. */
function isTyped(target: EventTarget | null): boolean {
  return (
    isField(target) && !(target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type))
  );
}

const directive: ClientDirective = (load, _options, element) => {
  const clicks: (() => void)[] = [];
  const fields = new Map<Field, string>();
  const keepClick = (event: Event): void => {
    if (!(event.target instanceof HTMLElement) || event.target.closest('a')) return;
    // A click on a label is followed by one on its field.
    if (!isField(event.target) && event.target.closest('label')) return;
    event.stopImmediatePropagation();
    // A summary opens without anybody's help: the second click would close it again.
    if (event.target.closest('summary')) event.preventDefault();
    if (!isTyped(event.target)) clicks.push(clickOf(event.target));
  };
  const keepInput = (event: Event): void => {
    if (isField(event.target) && isTyped(event.target)) fields.set(event.target, event.target.value);
  };
  const wake = (): void => {
    for (const sign of SIGNS) element.removeEventListener(sign, wake);
    void load().then(async (hydrate) => {
      const awake = new Promise((done) => {
        element.addEventListener('gatehouse:awake', done, { once: true });
        setTimeout(done, 3000);
      });
      await hydrate();
      await awake;
      element.removeEventListener('click', keepClick, true);
      element.removeEventListener('input', keepInput, true);
      for (const [field, value] of fields) type(field, value);
      for (const click of clicks) click();
      element.dataset['awake'] = 'true';
    });
  };
  element.addEventListener('click', keepClick, true);
  element.addEventListener('input', keepInput, true);
  for (const sign of SIGNS) element.addEventListener(sign, wake);
  if (isAddressed(element)) wake();
};

/** An address that carries something for this island wakes it. */
function isAddressed(element: HTMLElement): boolean {
  const opens = element.querySelector<HTMLElement>('[data-opens]')?.dataset['opens'];
  return opens !== undefined && location.hash.startsWith(`#${opens}=`);
}

/** The same click, later. A box is first put back to what it was, so that the click is a change again. */
function clickOf(target: HTMLElement): () => void {
  if (!(target instanceof HTMLInputElement)) return () => target.click();
  const { checked } = target;
  return () => {
    target.checked = !checked;
    target.click();
  };
}

/** Puts a value into a field past React's own notion of it, and tells React. */
function type(field: Field, value: string): void {
  const prototype = Object.getPrototypeOf(field) as object;
  Reflect.set(prototype, 'value', '', field);
  Reflect.set(prototype, 'value', value, field);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

export default directive;
