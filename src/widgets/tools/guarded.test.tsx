// A widget that cannot show what is kept, and an address that carries something for it.
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '#store';
import { tools as words } from '#strings';
import { Frame } from './Frame.tsx';
import { guarded } from './guarded.tsx';
import { addressOf, useTool, type ToolPlace } from './use-tool.ts';

const PLACE: ToolPlace = { slug: 'letters', title: 'Letters', keeps: 'tool letters', alone: true };

const Letters = guarded(function Letters({ place }: { readonly place: ToolPlace }) {
  const state = useTool(place, { text: 'first' });
  const { values, set } = state;
  // Above the frame, where most of what can fail is computed.
  const shown = decodeURIComponent(values.text);
  return (
    <Frame place={place} state={state}>
      <label>
        Text
        <input
          value={shown}
          onChange={(event) => {
            set({ text: event.target.value });
          }}
        />
      </label>
    </Frame>
  );
});

const write = (text: string): void => {
  fireEvent.change(screen.getByLabelText('Text'), { target: { value: text } });
};
const startAgain = (): void => {
  fireEvent.click(screen.getByRole('button', { name: words.reset }));
};
const kept = async (): Promise<string | undefined> =>
  (await (await openStore()).edit(PLACE.keeps))?.documents['text'];
const reload = (before: { readonly unmount: () => void }): void => {
  before.unmount();
  render(<Letters place={PLACE} />);
};

beforeEach(async () => {
  await (await openStore()).deleteAll();
  history.replaceState(null, '', '/tools/letters/');
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('[nothing-is-lost-for-good] a widget that cannot show its text says so, and starts again for good', async () => {
  // React tells the console of what a boundary caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const page = render(<Letters place={PLACE} />);
  write('%');
  expect((await screen.findByRole('alert')).textContent).toBe(words.broken);
  startAgain();
  expect(await screen.findByDisplayValue('first')).toBeDefined();
  await vi.waitFor(async () => {
    expect(await kept()).toBeUndefined();
  });
  reload(page);
  expect(await screen.findByDisplayValue('first')).toBeDefined();
});

test('[an-address-works-once] what is made of a carried text outlives a reload, and so does its beginning', async () => {
  history.replaceState(null, '', addressOf('letters', { text: 'carried' }));
  const page = render(<Letters place={PLACE} />);
  expect(await screen.findByDisplayValue('carried')).toBeDefined();
  expect(location.hash).toBe('');
  write('edited');
  await vi.waitFor(async () => {
    expect(await kept()).toBe('edited');
  });
  reload(page);
  expect(await screen.findByDisplayValue('edited')).toBeDefined();
  startAgain();
  expect(await screen.findByDisplayValue('first')).toBeDefined();
});

test.each([
  ['#letters=1.AAAA', words.linkDamaged],
  ['#letters=9.AAAA', words.linkNewer],
])('[malformed-is-said] an address that cannot be opened is told: %s', async (hash, said) => {
  history.replaceState(null, '', `/tools/letters/${hash}`);
  render(<Letters place={PLACE} />);
  expect((await screen.findByRole('alert')).textContent).toBe(said);
  expect(screen.getByDisplayValue('first')).toBeDefined();
  expect(location.hash).toBe('');
});
