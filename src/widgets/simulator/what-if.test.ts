import { describe, expect, it } from 'vitest';
import { NO_NAMES } from './candidates.ts';
import { STARTERS } from './starters.ts';
import { changePaper } from './situation.ts';
import { asking, axesOf, CELLS_AT_MOST, compare, decisionOf } from './what-if.ts';

const { oneAllow } = STARTERS;
const before = oneAllow.papers[0]?.text ?? '';
const widened = changePaper(oneAllow, 'p1', { text: before.replace('s3:GetObject', 's3:*') });
const axes = {
  callers: [oneAllow.caller.arn],
  actions: ['s3:GetObject', 's3:PutObject'],
  resources: [oneAllow.resource, 'arn:aws:s3:::other/x'],
};

describe('two versions of a policy', () => {
  it('differ in the requests that one of them decides otherwise, and nowhere else', () => {
    const { rows, asked, changed } = compare(widened, 'p1', before, axes);
    expect({ asked, changed }).toEqual({ asked: 4, changed: 1 });
    const [cell] = rows.find(({ cells }) => cells.some(({ changes }) => changes))?.cells ?? [];
    expect(cell && [decisionOf(cell.before), decisionOf(cell.after)]).toEqual(['implicitDeny', 'allowed']);
  });

  it('with the same text differ nowhere', () => {
    expect(compare(oneAllow, 'p1', before, axes).changed).toBe(0);
  });

  it('are not compared over more requests than a page can show, and it is said how many are left', () => {
    const actions = Array.from({ length: 3000 }, (_, i) => `s3:Do${i}`);
    const { asked, left } = compare(oneAllow, 'p1', before, { ...axes, actions });
    expect(asked).toBeLessThanOrEqual(CELLS_AT_MOST);
    expect(asked + left).toBe(6000);
  });
});

describe('the requests that policies speak of', () => {
  it('have the callers that a resource names, and an example for a pattern', () => {
    const { callers, actions, resources } = axesOf(STARTERS.twoAccounts, NO_NAMES);
    expect(callers).toEqual(['arn:aws:sts::444455556666:assumed-role/BatchWorker/session']);
    expect(actions).toEqual(['s3:GetObject']);
    expect(resources).toEqual([
      'arn:aws:s3:::tern-timetables/winter.csv',
      'arn:aws:s3:::tern-timetables/example',
      'arn:aws:s3:::tern-timetables',
    ]);
  });

  it('have actions for a pattern where the names are known', () => {
    const names = { actions: { s3: ['DeleteObject', 'GetObject'] }, services: new Map() };
    expect(axesOf(STARTERS.aDenyWins, names).actions).toEqual(['s3:DeleteObject', 's3:GetObject']);
  });
});

it('another caller is judged as what its ARN says, in the account that the resource names', () => {
  const asked = asking(
    oneAllow,
    'cloudtrail.amazonaws.com',
    'sqs:SendMessage',
    'arn:aws:sqs:eu-west-1:444455556666:q',
  );
  expect(asked.caller.type).toBe('service');
  expect(asked.resourceAccount).toBe('444455556666');
});
