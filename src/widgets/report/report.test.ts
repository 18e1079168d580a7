// The report that the cloud makes, what is found in it, and text that is none.
import { expect, test } from 'vitest';
import { arranged, SHOWN } from './arranged.ts';
import { judgeLine, momentOf } from './judge-line.ts';
import { madeReport } from './made.ts';
import { readReport, type Line } from './read-report.ts';

const TEXT = madeReport();
const linesOf = (text: string): readonly Line[] => {
  const read = readReport(text);
  if ('fault' in read) throw new Error(read.fault.code);
  return read.lines;
};
const LINES = linesOf(TEXT);
const NOW = momentOf(LINES);
const judged = (user: string) => {
  const line = LINES.find((one) => one.user === user);
  if (!line) throw new Error(user);
  return judgeLine(line, NOW);
};

test('[report-has-three] three users of sixty have a problem, each another one', () => {
  expect(LINES).toHaveLength(61);
  const found = LINES.flatMap((line) =>
    judgeLine(line, NOW).problems.map(({ what, key }) => [line.user, what, key]),
  );
  expect(found.toSorted()).toEqual([
    ['henrik', 'password', undefined],
    ['scanner.fleet', 'never', 2],
    ['summer.kiosk', 'unused', 1],
  ]);
});

test('[old-is-not-unused] what only looks wrong is told with its reason', () => {
  expect(judged('night.job').seemings).toContainEqual({ what: 'oldButUsed', key: 1, days: 899 });
  expect(judged('pier.lamps').seemings.map(({ what }) => what)).toContain('young');
  expect(judged('lena').seemings.map(({ what }) => what)).toEqual(['switchedOff']);
  expect(judged('arctic.bar').seemings.map(({ what }) => what)).toContain('noPassword');
});

test('[root-has-no-keys] a key of root and root without a second proof are problems', () => {
  const root = LINES[0];
  if (!root) throw new Error('no root');
  const open = { ...root, mfa_active: 'false', access_key_1_active: 'true' };
  expect(judgeLine(open, NOW).problems.map(({ what }) => what)).toEqual(['rootMfa', 'rootKey']);
});

test('[lines-in-order] lines are sorted by a column, both ways, and those without the words are left out', () => {
  const first = (isDown: boolean) =>
    arranged(LINES, SHOWN.first, '', { column: 'access_key_1_last_rotated', isDown })[0];
  expect(first(false)?.user).toBe('night.job');
  expect(first(true)?.access_key_1_last_rotated).toBe('N/A');
  const named = arranged(LINES, SHOWN.password, 'true false', { column: 'user', isDown: false });
  expect(named.map(({ user }) => user)).toEqual(['henrik']);
});

const [HEAD = '', ROOT = ''] = TEXT.split('\n');
const dated = (moment: string): string => {
  const cells = ROOT.split(',');
  return cells.with(HEAD.split(',').indexOf('password_last_used'), moment).join(',');
};
test.each([
  ['', { code: 'empty' }],
  ['x'.repeat(400_001), { code: 'tooLong' }],
  [btoa(TEXT), { code: 'encoded' }],
  [HEAD, { code: 'noLines' }],
  ['name,age\nmei,3', { code: 'column', column: 'user' }],
  [`${HEAD}\n${ROOT},more`, { code: 'cells', line: 2, cells: 24, columns: 23 }],
  [
    `${HEAD}\n${ROOT.replace('false', 'maybe')}`,
    { code: 'cell', line: 2, column: 'access_key_1_active', text: 'maybe' },
  ],
  [`${HEAD}\n${ROOT.replace(/^[^,]*/, '')}`, { code: 'cell', line: 2, column: 'user', text: '' }],
  [
    `${HEAD}\n${dated('2026-02-31T08:00:00+00:00')}`,
    { code: 'cell', line: 2, column: 'password_last_used', text: '2026-02-31T08:00:00+00:00' },
  ],
])('[malformed-is-said] text that is no report is told what is wrong with it, case %#', (text, fault) => {
  expect(readReport(text)).toEqual({ fault });
});

test('[malformed-is-said] quotation marks and Windows line ends are read', () => {
  const text = `${HEAD}\r\n${ROOT.split(',')
    .map((cell) => `"${cell}"`)
    .join(',')}\r\n`;
  expect(linesOf(text)).toEqual(LINES.slice(0, 1));
});

test('[malformed-is-said] the last day of February is a date in a leap year alone', () => {
  expect(linesOf(`${HEAD}\n${dated('2028-02-29T23:30:00-05:00')}`)).toHaveLength(1);
  expect(readReport(`${HEAD}\n${dated('2026-02-29T23:30:00-05:00')}`)).toHaveProperty('fault.code', 'cell');
});
