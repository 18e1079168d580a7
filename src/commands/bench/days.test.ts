import { expect, it } from 'vitest';
import { actAll, BLANK, day } from './days.ts';

it('every call of a day goes through, and is remembered', () => {
  const days = [...day(1), ...day(2)];
  expect(actAll(BLANK, days).history?.count).toBe(days.length);
});

it('a call that does not go through stops the bench', () => {
  expect(() => actAll(BLANK, [...day(1), ...day(1)])).toThrow('EntityAlreadyExists');
});
