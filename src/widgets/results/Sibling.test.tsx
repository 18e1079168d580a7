import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fullOf } from '#course';
import { loadContent } from '#course/load';
import { Sibling } from './Sibling.tsx';

const { content } = loadContent(process.cwd());
const drawn = [...content.questions.values()].filter(
  ({ kind, id, item }) => kind === 'predict' && id !== item,
);
const siblings = drawn.filter(({ item }) => item === drawn[0]?.item).map((one) => fullOf(content, one));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a sibling that is practised in place', () => {
  it('[every-decision-shown] is explained with the decision behind it', async () => {
    const [sat, other] = siblings;
    if (!sat || !other) throw new Error('no siblings');
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ version: 'v', questions: [sat, other] })));
    const visible = { score: true, key: true, reasons: true, derivation: true };
    render(<Sibling exam="all-kinds" full={sat} visible={visible} number={1} href="/exam/all-kinds/" />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Try a sibling' }));
    const place = within(await screen.findByRole('region', { name: 'A sibling of this question' }));
    for (const group of place.getAllByRole('group').slice(1)) {
      const [first] = within(group).getAllByRole('radio');
      if (first) await user.click(first);
    }
    await user.click(place.getByRole('button', { name: 'Answer' }));
    expect(await place.findByText('How the decision came about')).toBeDefined();
  });
});
