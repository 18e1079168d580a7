import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#store';
import Settings from './Settings.tsx';

const theme = (): string | undefined => document.documentElement.dataset['theme'];
const dark = (): HTMLInputElement => screen.getByRole('radio', { name: 'Dark' });

beforeEach(async () => {
  await (await openStore()).deleteAll();
  delete document.documentElement.dataset['theme'];
});

describe('the look', () => {
  it('that a file brings is the look of the page at once, and gone with everything else', async () => {
    const store = await openStore();
    await store.keepSetting('theme', 'dark');
    const text = await store.backup();
    await store.deleteAll();
    render(<Settings />);
    const file = await screen.findByLabelText(/Restore from a file/);
    expect(theme()).toBeUndefined();
    await userEvent.upload(file, new File([text], 'gatehouse.json', { type: 'application/json' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Restore it' }));
    await waitFor(() => {
      expect(theme()).toBe('dark');
      expect(dark().checked).toBe(true);
    });
    expect(screen.getByText('Restored.')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Delete everything' }));
    await userEvent.click(screen.getByRole('button', { name: 'Yes, delete everything' }));
    await waitFor(() => {
      expect(theme()).toBeUndefined();
      expect(dark().checked).toBe(false);
    });
    expect(screen.getByText('Everything is deleted.')).toBeDefined();
  });
});
