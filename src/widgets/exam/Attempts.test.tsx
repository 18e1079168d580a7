// The list of what was sat: how many lines it begins with, and which of them are scored.
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { formOfOneDomain, termsOf } from '#exam';
import { openStore } from '#store';
import Attempts from './Attempts.tsx';

const scoring = vi.hoisted(() => ({ of: new Set<string>() }));
vi.mock('#widgets/results/AttemptScore.tsx', () => ({
  default: ({ row }: { readonly row: { readonly id: string } }) => {
    scoring.of.add(row.id);
    return null;
  },
}));

const form = formOfOneDomain({
  exam: 'doors',
  title: 'Doors',
  version: 'v1',
  minutes: 10,
  pass: 70,
  questions: [],
});
const moment = { at: 1, tick: 1, session: 's' };

beforeEach(async () => {
  const store = await openStore();
  for (let i = 0; i < 20; i += 1) {
    const id = `doors-${i}`;
    await store.begin({ id, begun: i, form }, { type: 'started', terms: termsOf(10, 'untimed'), ...moment });
    await store.append(id, { type: 'submitted', ...moment });
  }
});

describe('the list of attempts', () => {
  it('[scored-when-shown] begins with the latest, and asks no world for the others', async () => {
    render(<Attempts exam="doors" />);
    expect(await screen.findAllByRole('listitem')).toHaveLength(8);
    await waitFor(() => {
      expect(scoring.of.size).toBe(8);
    });
    expect(scoring.of).toContain('doors-19');
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Show earlier ones (12)' }));
    await user.click(screen.getByRole('button', { name: 'Show earlier ones (4)' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(20);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
