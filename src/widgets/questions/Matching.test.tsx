// A matching question by keyboard and as assistive technology is told of it.
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Answer, AskedMatching } from '#exam';
import { reach, Sat } from './test/asking.tsx';

const QUESTION: AskedMatching = {
  kind: 'matching',
  id: 'keys',
  stem: '',
  ask: 'Which key opens which door?',
  prompts: [
    { id: 'gate', text: 'The `gate`' },
    { id: 'hall', text: 'The hall' },
    { id: 'vault', text: 'The vault' },
  ],
  responses: [
    { id: 'iron', text: 'The `iron` key' },
    { id: 'none', text: 'No key at all' },
  ],
};

const menu = (name: string): HTMLSelectElement => screen.getByRole('combobox', { name });
const shown = (name: string): string | undefined => menu(name).selectedOptions[0]?.textContent;

describe('a matching question', () => {
  it('is a group named by what it asks and described by how often a response may serve', () => {
    render(<Sat question={QUESTION} />);
    const group = screen.getByRole('group', { name: 'Which key opens which door?' });
    expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(
      /more than once, or not at all/,
    );
  });

  it('has one menu a prompt, named by it, with every response in the order of the list', () => {
    render(<Sat question={QUESTION} />);
    expect(
      screen.getAllByRole('combobox').map((one) => (one as HTMLSelectElement).labels[0]?.textContent),
    ).toEqual(['The gate', 'The hall', 'The vault']);
    for (const name of ['The gate', 'The hall', 'The vault']) {
      const options = within(menu(name)).getAllByRole('option');
      expect(options.map((one) => one.textContent)).toEqual([
        'Choose …',
        'A  The iron key',
        'B  No key at all',
      ]);
      expect(shown(name)).toBe('Choose …');
    }
  });

  it('lists the responses once as text, under the letters of the menus', () => {
    render(<Sat question={QUESTION} />);
    const [responses, prompts] = screen.getAllByRole('list');
    if (!responses || !prompts) throw new Error('not two lists');
    const rows = (list: HTMLElement): readonly (string | null)[] =>
      within(list)
        .getAllByRole('listitem')
        .map((row) => row.textContent);
    expect(rows(responses)).toEqual(['AThe iron key', 'BNo key at all']);
    expect(rows(prompts)).toHaveLength(3);
  });

  it('is answered from menu to menu, a response as often as one likes', async () => {
    const answered = vi.fn<(answer: Answer) => void>();
    render(<Sat question={QUESTION} onAnswer={answered} />);
    const user = userEvent.setup();
    for (const [name, response] of [
      ['The gate', 'A  The iron key'],
      ['The hall', 'B  No key at all'],
      ['The vault', 'A  The iron key'],
    ] as const) {
      await reach(user, menu(name));
      await user.selectOptions(menu(name), response);
      expect(document.activeElement).toBe(menu(name));
      expect(shown(name)).toBe(response);
    }
    expect(answered).toHaveBeenLastCalledWith({ gate: 'iron', hall: 'none', vault: 'iron' });
    expect(screen.getByText('3 of 3 matched')).toBeDefined();
  });

  it('takes a response back', async () => {
    const answered = vi.fn<(answer: Answer) => void>();
    render(<Sat question={QUESTION} first={{ gate: 'iron', hall: 'none' }} onAnswer={answered} />);
    await userEvent.selectOptions(menu('The gate'), 'Choose …');
    expect(answered).toHaveBeenLastCalledWith({ hall: 'none' });
    expect(screen.getByText('1 of 3 matched')).toBeDefined();
  });
});
