// Every error text that AWS is known to print: brought about by real commands in the blank world, or why it cannot be.
import { afterAll, describe, expect, test } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession, type Answered } from './index.ts';
import { formOf } from './test/form.ts';
import { CASES, NEVER, TEXTS } from './test/errors/index.ts';

describe('[error-texts] a real situation prints', () => {
  test.each(Object.entries(CASES))('%s', async (text, one) => {
    const { before = '', command, calling, says, exit = 254, then } = one;
    const session = await openSession(blankWorld());
    const prepared = await session.run(before);
    expect(printed(prepared)).toBe('');
    const { code, pattern } = read(text);
    expect(says.replaceAll('\n', ' ')).toMatch(pattern);
    const answered = await session.run(command);
    expect(formOf(printed(answered))).toBe(
      formOf(`\naws: [ERROR]: An error occurred (${code})${when(calling)}: ${says}\n`),
    );
    expect(answered.exit).toBe(exit);
    if (then === undefined) return;
    const mended = await session.run(then);
    expect(printed(mended)).toBe('');
    expect(mended.exit).toBe(0);
  });
});

test('[error-texts] each text is shown, or listed with the reason why it cannot be', () => {
  expect([...Object.keys(CASES), ...Object.keys(NEVER)].toSorted()).toEqual([...TEXTS].toSorted());
});

afterAll(() => {
  const listed = Object.keys(NEVER).length;
  console.log(`error texts: ${TEXTS.length - listed} shown, ${listed} listed with a reason`);
});

/** The code of a text and the form of its message: `X` is whatever is named, what stands in brackets tells situations apart. */
function read(text: string): { readonly code: string; readonly pattern: RegExp } {
  const [, code = '', message = ''] = /^(\w+): (.*?)(?: \([\w\s-]+\))?$/.exec(text) ?? [];
  const escaped = message.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\bX\b/g, '.+');
  return { code, pattern: new RegExp(`^${escaped}$`) };
}

function when(calling: string | undefined): string {
  return calling === undefined ? '' : ` when calling the ${calling} operation`;
}

function printed({ chunks }: Answered): string {
  return chunks
    .filter(({ stream }) => stream === 'stderr')
    .map(({ text }) => text)
    .join('');
}
