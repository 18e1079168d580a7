import { describe, expect, it } from 'vitest';
import { makeCsv } from './csv.ts';

describe('a table for a spreadsheet', () => {
  it('[quoted] puts what would break a line or a cell in quotes', () => {
    expect(
      makeCsv([
        ['a', 'b,c', 'say "d"', 'e\nf'],
        [1, true, undefined, ''],
      ]),
    ).toBe('a,"b,c","say ""d""","e\nf"\r\n1,true,,\r\n');
  });

  it('[no-formulas] never hands on a text that would be computed', () => {
    expect(makeCsv([['=1+1', '+1', '-1', '@a', -1]])).toBe("'=1+1,'+1,'-1,'@a,-1\r\n");
  });
});
