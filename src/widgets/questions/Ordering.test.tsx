// An ordering question by keyboard and as assistive technology is told of it.
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { KINDS, type Answer, type AskedOrder } from '#exam';
import { reach, Sat } from './test/asking.tsx';

const QUESTION: AskedOrder = {
  kind: 'ordering',
  id: 'doors',
  stem: '',
  ask: 'Put the doors into their order.',
  steps: [
    { id: 'gate', text: 'Pass the `gate`' },
    { id: 'hall', text: 'Cross the hall' },
    { id: 'vault', text: 'Open the vault' },
  ],
};

const texts = (): readonly (string | null)[] =>
  within(screen.getByRole('list'))
    .getAllByRole('listitem')
    .map((row) => row.querySelector('.option-text')?.textContent ?? null);
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const status = (): string | null => screen.getByRole('status').textContent;
const menu = (text: string): HTMLSelectElement => screen.getByRole('combobox', { name: `Place of: ${text}` });

function open(): { readonly answered: ReturnType<typeof vi.fn<(answer: Answer) => void>> } {
  const answered = vi.fn<(answer: Answer) => void>();
  render(<Sat question={QUESTION} onAnswer={answered} />);
  return { answered };
}

describe('an ordering question', () => {
  it('is a group named by what it asks and described by whether it is answered', () => {
    open();
    const group = screen.getByRole('group', { name: 'Put the doors into their order.' });
    expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(
      /^Not answered yet/,
    );
  });

  it('is a list whose rows say their place, and name the step in each of their controls', () => {
    open();
    const rows = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(rows.map((row) => row.querySelector('.rank')?.textContent)).toEqual(['1', '2', '3']);
    const [first] = rows;
    if (!first) throw new Error('no row');
    expect(
      within(first)
        .getAllByRole('button')
        .map((one) => one.getAttribute('aria-label')),
    ).toEqual(['Move up: Pass the gate', 'Move down: Pass the gate']);
    expect(
      within(menu('Pass the gate'))
        .getAllByRole('option')
        .map((one) => [one.textContent, (one as HTMLOptionElement).selected]),
    ).toEqual([
      ['Place 1', true],
      ['Place 2', false],
      ['Place 3', false],
    ]);
  });

  it('tells of the ends of the list and leaves their buttons in reach', async () => {
    open();
    const up = button('Move up: Pass the gate');
    expect(up.getAttribute('aria-disabled')).toBe('true');
    expect(button('Move down: Pass the gate').getAttribute('aria-disabled')).toBe('false');
    const user = userEvent.setup();
    await reach(user, up);
    await user.keyboard('{Enter}');
    expect(status()).toBe('Pass the gate, already first.');
    expect(texts()).toEqual(['Pass the gate', 'Cross the hall', 'Open the vault']);
  });

  it('keeps the button in focus that moved a step, and says where the step is now', async () => {
    const { answered } = open();
    const user = userEvent.setup();
    const up = button('Move up: Open the vault');
    await reach(user, up);
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(up);
    expect(status()).toBe('Open the vault, now 2 of 3.');
    await user.keyboard(' ');
    expect(document.activeElement).toBe(up);
    expect(status()).toBe('Open the vault, now 1 of 3.');
    expect(texts()).toEqual(['Open the vault', 'Pass the gate', 'Cross the hall']);
    expect(answered).toHaveBeenLastCalledWith(['vault', 'gate', 'hall']);
  });

  it('keeps the button in focus whose row itself goes to another place', async () => {
    open();
    const user = userEvent.setup();
    const down = button('Move down: Pass the gate');
    await reach(user, down);
    await user.keyboard('{Enter}{Enter}{Enter}');
    expect(document.activeElement).toBe(down);
    expect(texts()).toEqual(['Cross the hall', 'Open the vault', 'Pass the gate']);
    expect(status()).toBe('Pass the gate, already last.');
  });

  it('moves a step to a place of its menu, and the menu stays in focus', async () => {
    const { answered } = open();
    const user = userEvent.setup();
    const places = menu('Pass the gate');
    await reach(user, places);
    await user.selectOptions(places, 'Place 3');
    expect(document.activeElement).toBe(places);
    expect(status()).toBe('Pass the gate, now 3 of 3.');
    expect(places.selectedOptions[0]?.textContent).toBe('Place 3');
    expect(answered).toHaveBeenLastCalledWith(['hall', 'vault', 'gate']);
  });

  it('counts as answered only when a step was moved or the order was said to be right', async () => {
    const { answered } = open();
    const user = userEvent.setup();
    const right = button('This order is right as it stands');
    const reset = button('Put back as it was');
    expect([right, reset].map((one) => one.getAttribute('aria-disabled'))).toEqual(['false', 'true']);
    await reach(user, reset);
    await user.keyboard('{Enter}');
    expect(answered).not.toHaveBeenCalled();
    right.focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(right);
    expect(answered).toHaveBeenLastCalledWith(['gate', 'hall', 'vault']);
    expect(status()).toBe('Answered with this order.');
    expect([right, reset].map((one) => one.getAttribute('aria-disabled'))).toEqual(['true', 'false']);
  });

  it('is put back as it was given, and is then unanswered', async () => {
    const { answered } = open();
    const user = userEvent.setup();
    await user.click(button('Move down: Pass the gate'));
    const reset = button('Put back as it was');
    await reach(user, reset);
    await user.keyboard('{Enter}');
    expect(texts()).toEqual(['Pass the gate', 'Cross the hall', 'Open the vault']);
    expect(document.activeElement).toBe(reset);
    expect(KINDS.ordering.complete(QUESTION, answered.mock.lastCall?.[0])).toBe(false);
  });

  it('opens in the order of an answer that was kept', () => {
    render(<Sat question={QUESTION} first={['vault', 'hall', 'gate']} />);
    expect(texts()).toEqual(['Open the vault', 'Cross the hall', 'Pass the gate']);
  });
});
