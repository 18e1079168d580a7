import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { scoreFull } from '#course';
import type { Shows } from '#exam';
import { questionOf } from '#widgets/questions/test/asking.tsx';
import { Explained } from './Explained.tsx';

const full = questionOf('single');
const { asked } = full.question;
const ALL: Shows<boolean> = { score: true, key: true, reasons: true, derivation: true };

async function show(visible: Shows<boolean>): Promise<void> {
  const points = await scoreFull(full, full.key);
  const given = { full, asked, answer: full.key, points };
  render(<Explained {...given} visible={visible} number={1} href="/exam/" />);
}

const REASON = /^Why it (fails|is right)/;
const DERIVATION = /^How the decision came about/;

describe('[what-is-shown] after an answer', () => {
  it('stand the reasons, with the decision behind each', async () => {
    await show(ALL);
    expect(screen.getAllByText(REASON)).not.toEqual([]);
    expect(screen.getAllByText(DERIVATION)).not.toEqual([]);
  });

  it('stands no decision that the exam does not show', async () => {
    await show({ ...ALL, derivation: false });
    expect(screen.getAllByText(REASON)).not.toEqual([]);
    expect(screen.queryAllByText(DERIVATION)).toEqual([]);
  });

  it('stands the key alone where the exam shows no reasons', async () => {
    await show({ ...ALL, reasons: false, derivation: false });
    expect(screen.getByText('The key')).toBeDefined();
    expect(screen.queryAllByText(REASON)).toEqual([]);
  });

  it('stands the answer alone where the exam shows no key', async () => {
    await show({ score: true, key: false, reasons: false, derivation: false });
    expect(screen.getByText('Your answer')).toBeDefined();
    expect(screen.queryByText('The key')).toBeNull();
  });
});
