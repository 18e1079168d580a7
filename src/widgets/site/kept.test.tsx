import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#store';
import { bringBack, toggleDone } from './kept.ts';

const LESSON = 'decisions/how-a-decision-is-made';

beforeEach(async () => {
  await (await openStore()).deleteAll();
});

describe('the mark of a lesson', () => {
  it('says what was chosen, also when choosing it is the first thing that somebody does here', async () => {
    document.body.innerHTML = `<main data-lesson="${LESSON}" data-title="A decision">
      <button data-done-button data-done="Done" data-todo="To do" aria-pressed="false">To do</button></main>`;
    const button = document.querySelector('button');
    if (!button) throw new Error('no button');
    // A click is a sign that somebody is here, and a choice.
    await Promise.all([bringBack(), toggleDone(button)]);
    expect(button.textContent).toBe('Done');
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect((await (await openStore()).lesson(LESSON))?.done).toBeDefined();
    await toggleDone(button);
    expect(button.getAttribute('aria-pressed')).toBe('false');
    expect((await (await openStore()).lesson(LESSON))?.done).toBeUndefined();
  });
});
