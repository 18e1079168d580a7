import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '#evaluator';
import { decidingPapers } from './deciding.ts';
import { judge, layersOf, requestOf } from './judge.ts';
import { makeKept, parseKept } from './kept.ts';
import { makeLine } from './line.ts';
import { laidOut } from './print.ts';
import { readLine } from './read-line.ts';
import { BLANK, STARTERS } from './starters.ts';
import { changePaper, type Situation } from './situation.ts';

const read = (text: string, before: Situation = BLANK) => readLine(text, before, (layer) => layer);

const SITUATIONS = Object.entries(STARTERS);

const STARTER_DECISIONS = {
  oneAllow: 'allowed',
  aDenyWins: 'explicitDeny',
  aCeiling: 'implicitDeny',
  twoAccounts: 'implicitDeny',
  aRoleToTake: 'allowed',
  anOrganization: 'explicitDeny',
  everyLayer: 'allowed',
};

describe('a ready situation', () => {
  it.each(SITUATIONS)('%s is decided as its story says', (id, situation) => {
    const judged = judge(situation);
    expect('part' in judged ? judged.part.verdict.decision : judged).toBe(
      new Map(Object.entries(STARTER_DECISIONS)).get(id),
    );
  });

  it.each(SITUATIONS)('%s comes back from its line as it was', (_id, situation) => {
    const line = makeLine(situation);
    expect(line).not.toContain('\n');
    expect(read(line)).toEqual({ situation, policies: true });
  });

  it.each(SITUATIONS)('%s comes back from where it is kept', (_id, situation) => {
    expect(parseKept(makeKept(situation))).toEqual({ situation });
  });
});

describe('the policies that decide', () => {
  it.each([
    ['oneAllow', []],
    ['aDenyWins', ['bucket tern-timetables']],
    ['aCeiling', ['FirstWeek']],
    ['twoAccounts', ['bucket tern-timetables']],
    ['anOrganization', ['home regions']],
  ] as const)('of %s are those behind the shut gate', (id, names) => {
    const situation = STARTERS[id];
    expect(decidingPapers(situation, judge(situation)).map(({ name }) => name)).toEqual(names);
  });
});

describe('a line of the evaluate door', () => {
  it('carries a broken policy as its text', () => {
    const broken = changePaper(STARTERS.oneAllow, 'p1', { text: '{ "Version": \n' });
    expect(read(makeLine(broken))).toEqual({ situation: broken, policies: true });
  });

  it('keeps a level without a policy', () => {
    const line =
      '{"principal":{"type":"root","arn":"a","account":"1"},"request":{"action":"a:b","resource":"*","resourceAccount":"1"},"serviceControlPolicies":[[],[{}]]}';
    expect(read(line)).toMatchObject({ situation: { levels: { scp: 2, rcp: 0 }, papers: [{ level: 1 }] } });
  });

  it('without policies leaves those at hand as they are', () => {
    const opened = read('{"action":"s3:PutObject","resource":"arn:aws:s3:::x/y"}', STARTERS.oneAllow);
    expect(opened).toMatchObject({
      policies: false,
      situation: {
        action: 's3:PutObject',
        papers: STARTERS.oneAllow.papers,
        caller: STARTERS.oneAllow.caller,
      },
    });
  });

  it.each([
    ['not JSON', '{"request": ', 'json', undefined],
    ['no object', '[]', 'wrong', ''],
    ['no action', '{"resource":"*"}', 'missing', 'action'],
    ['a number for an action', '{"request":{"action":1,"resource":"*"}}', 'wrong', 'request.action'],
    [
      'an unknown type',
      '{"principal":{"type":"group","arn":"x"},"action":"a:b","resource":"*"}',
      'wrong',
      'principal.type',
    ],
    [
      'a number among values',
      '{"action":"a:b","resource":"*","context":{"aws:x":["a",1]}}',
      'wrong',
      'context.aws:x',
    ],
    [
      'a key in two spellings',
      '{"action":"a:b","resource":"*","context":{"aws:x":"a","AWS:X":"b"}}',
      'key-twice',
      'context.AWS:X',
    ],
    [
      'policies that are no list',
      '{"action":"a:b","resource":"*","identityPolicies":{}}',
      'wrong',
      'identityPolicies',
    ],
    [
      'a policy that is a number',
      '{"action":"a:b","resource":"*","identityPolicies":[1]}',
      'wrong',
      'identityPolicies[0]',
    ],
  ])('with %s is refused, and the place is named', (_what, text, code, field) => {
    const opened = read(text);
    expect(opened).toMatchObject({ fault: field === undefined ? { code } : { code, field } });
    expect('fault' in opened && opened.fault.range.end <= text.length).toBe(true);
  });

  it('with `__proto__` for a key pollutes nothing', () => {
    const opened = read(
      '{"action":"a:b","resource":"*","context":{"__proto__":"x"},"__proto__":{"polluted":true}}',
    );
    expect('situation' in opened && Object.hasOwn(requestOf(opened.situation).context, '__proto__')).toBe(
      true,
    );
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('on any input', () => {
  it('a text is read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => 'fault' in read(text) || true));
  });

  it('what is kept is a situation or damaged', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const kept = parseKept(`{"version":1,"situation":${text}}`);
        expect('situation' in kept).toBe(false);
      }),
    );
  });

  it.each(['caller', 'action', 'resource', 'resourceAccount', 'circumstances', 'papers', 'levels'])(
    'what is kept without its %s, or with a wrong one, is damaged',
    (field) => {
      for (const wrong of [undefined, null, 7, [{}], { type: 'group' }]) {
        const text = JSON.stringify({ version: 1, situation: { ...STARTERS.everyLayer, [field]: wrong } });
        expect(parseKept(text)).toEqual({ fault: 'damaged' });
      }
    },
  );

  it('a JSON text that is laid out means the same, and is stable', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const out = laidOut(text);
        expect(laidOut(out)).toBe(out);
        expect(JSON.parse(out)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('the decision of a situation is that of its line', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(STARTERS)),
        fc.constantFrom('s3:GetObject', 's3:PutObject', 's3:DeleteObject'),
        (situation, action) => {
          const opened = read(makeLine({ ...situation, action }));
          if ('fault' in opened) throw new Error(opened.fault.code);
          const again = decide(requestOf(opened.situation), layersOf(opened.situation));
          const judged = judge({ ...situation, action });
          expect('part' in judged && judged.part.verdict.decision).toBe(again.decision);
        },
      ),
    );
  });
});
