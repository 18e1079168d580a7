// The path of a decision: which gates stand in it, what each says, and where it points.
import { describe, expect, it } from 'vitest';
import { openCloud, type Cloud, type OperationCall } from '#cloud';
import { decidingGate, gatesOf, reads } from './gates.ts';
import { decidingPart, judge, type Judged } from './judge.ts';
import { marksOf } from './marks.ts';

const FILES = 'arn:aws:s3:::tern-timetables/*';
const WINTER = 'arn:aws:s3:::tern-timetables/winter.csv';

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string;
  readonly Resource: string;
  readonly Principal?: object;
  readonly Condition?: object;
}

const policy = (...statements: readonly Statement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
const allow = (Action: string, Resource: string, more: Partial<Statement> = {}): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});

/** Mei with one policy and perhaps a boundary, and a bucket that perhaps has a policy. */
function world(own: string | undefined, bucket?: string, boundary?: string): Cloud {
  return openCloud({
    time: Date.parse('2026-11-23T09:00:00Z'),
    seed: 1,
    accounts: {
      '111122223333': {
        region: 'eu-west-1',
        users: {
          mei: {
            ...(own === undefined ? {} : { policies: { own } }),
            ...(boundary === undefined ? {} : { boundary: 'Ceiling' }),
          },
        },
        ...(boundary === undefined ? {} : { policies: { Ceiling: boundary } }),
        buckets: {
          'tern-timetables': { objects: ['winter.csv'], ...(bucket === undefined ? {} : { policy: bucket }) },
        },
      },
    },
  });
}

const reading = (cloud: Cloud, context = {}): Judged =>
  judge(cloud, 'user/mei', { action: 's3:GetObject', on: WINTER, context });

/** The gates as lines: state, title, details. */
function lines(judged: Judged): readonly string[] {
  const part = decidingPart(judged.parts);
  return part
    ? gatesOf(part).map((gate) =>
        [`${gate.state}: ${gate.title}`, ...gate.details.map((d) => d.text)].join(' | '),
      )
    : [];
}

describe('the path', () => {
  it('[boundary-is-a-ceiling] a boundary that does not speak of the action says so and points into it', () => {
    const ceiling = policy(allow('s3:PutObject', '*'));
    const judged = reading(world(policy(allow('s3:*', '*')), undefined, ceiling));
    expect(lines(judged).at(-1)).toBe(
      'shut: The boundary does not let it through | Ceiling: no Allow speaks of `s3:GetObject`',
    );
    const [part] = judged.parts;
    const at = part && decidingGate(gatesOf(part))?.details[0]?.at;
    expect(at && ceiling.slice(at.range.start, at.range.end)).toBe('"s3:PutObject"');
    expect(marksOf(judged.parts, 'policy/Ceiling')).toEqual([{ ...at?.range, kind: 'miss' }]);
  });

  it('[identity-policies-add-up] a caller without any policy is told so', () => {
    expect(lines(reading(world(undefined))).at(-1)).toBe(
      'shut: No policy of the caller allows it | no policy is attached to the caller, nor to a group of the caller',
    );
  });

  it('[resource-matches] a near miss says what matches and what does not', () => {
    const judged = reading(world(policy(allow('s3:GetObject', 'arn:aws:s3:::tern-timetables'))));
    expect(lines(judged).at(-1)).toContain('mei, own · statement 1: matches what, but not on what');
  });

  it.each([
    [{}, 'silent, for `aws:MultiFactorAuthPresent` is absent'],
    [{ 'aws:MultiFactorAuthPresent': 'false' }, 'silent, for `aws:MultiFactorAuthPresent` is `false`'],
  ])('[condition-holds] with %o a statement is silent and names the key', (context, said) => {
    const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
    expect(lines(reading(world(policy(allow('s3:GetObject', FILES, mfa))), context)).at(-1)).toContain(said);
  });

  it('[naming-the-account-delegates] a bucket that names the account opens a gate of its own', () => {
    const bucket = policy(
      allow('s3:GetObject', FILES, { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
    );
    expect(lines(reading(world(undefined, bucket))).map((line) => line.split(' |')[0])).toEqual([
      'open: Nothing denies it',
      'open: The resource leaves the choice to the account',
      'shut: No policy of the caller allows it',
    ]);
  });

  it.each([
    ['"Deny"', 'explicit-deny-wins'],
    ['"Allow"', 'identity-policies-add-up'],
  ])('a touched line with %s belongs to the gate of %s and to no other', (word, rule) => {
    const own = policy(allow('s3:GetObject', FILES), { ...allow('s3:PutObject', FILES), Effect: 'Deny' });
    const [part] = reading(world(own)).parts;
    const at = { start: own.indexOf(word), end: own.indexOf(word) };
    const touched = part && gatesOf(part).filter((gate) => reads(gate, part, 'user/mei/inline/own', at));
    expect(touched?.map((gate) => gate.rule)).toEqual([rule]);
  });

  it('[every-pair-must-pass] a call of several pairs has a path for each, and the refused one decides', () => {
    const cloud = openCloud({
      time: Date.parse('2026-11-23T09:00:00Z'),
      seed: 1,
      accounts: {
        '111122223333': {
          region: 'eu-west-1',
          users: { mei: { policies: { own: policy(allow('ec2:RunInstances', '*')) } } },
          roles: { bookings: { trust: policy() } },
          instanceProfiles: { bookings: { role: 'bookings' } },
        },
      },
    });
    const launch: OperationCall = {
      operation: 'ec2:RunInstances',
      input: { ImageId: 'ami-0f1e2d3c4b5a69788', IamInstanceProfile: { Name: 'bookings' } },
    };
    const judged = judge(cloud, 'user/mei', launch);
    expect(judged.parts.map(({ request, verdict }) => [request.action, verdict.decision])).toEqual([
      ['ec2:RunInstances', 'allowed'],
      ['ec2:RunInstances', 'allowed'],
      ['iam:PassRole', 'implicitDeny'],
    ]);
    expect(lines(judged).at(-1)).toContain('mei, own: no Allow speaks of `iam:PassRole`');
  });
});
