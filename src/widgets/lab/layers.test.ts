// The path through the layers of organizations, endpoints, sessions and other accounts, and how their documents are shown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCloud, type AccountSpec, type Cloud, type OrganizationSpec } from '#cloud';
import { decidingGate, gatesOf } from './gates.ts';
import { groupsOf, levelsRead } from './groups.ts';
import { decidingPart, judge, shownDocuments, type Judged } from './judge.ts';
import { marksOf } from './marks.ts';
import { nameOf } from './names.ts';

const HOME = '111122223333';
const AWAY = '444455556666';
const ROOT = '999900001111';
const FILE = 'arn:aws:s3:::tern-box/a.txt';
const VPCE = 'vpce-0a1b2c3d';
const SLR = 'AWSServiceRoleForAutoScaling';

function policy(effect: 'Allow' | 'Deny', action = 's3:*', principal?: unknown): string {
  const who = principal === undefined ? {} : { Principal: principal };
  return JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Sid: 'S', Effect: effect, ...who, Action: action, Resource: '*' }],
    },
    null,
    2,
  );
}
const allow = policy('Allow');
const silent = policy('Allow', 'ec2:*');
const trust = (principal: unknown, action = 'sts:AssumeRole'): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: action }],
  });

interface Given {
  readonly identity?: string | undefined;
  readonly boundary?: string | undefined;
  readonly session?: string | undefined;
  readonly scp?: string | undefined;
  readonly rcp?: string | undefined;
  readonly vpce?: string | undefined;
  readonly bucket?: string | undefined;
  readonly away?: boolean | undefined;
}

/** Mei, a role and a session of it at home; a box there or in another account; the home account lies in an organization. */
function world({ identity, boundary, session, scp, rcp, vpce, bucket, away = false }: Given): Cloud {
  const own = {
    ...(identity === undefined ? {} : { policies: { own: identity } }),
    ...(boundary === undefined ? {} : { boundary: 'Ceiling' }),
  };
  const boxes = { buckets: { 'tern-box': { objects: ['a.txt'], policy: bucket } } };
  const home: AccountSpec = {
    name: 'bookings',
    region: 'eu-west-1',
    users: { mei: own },
    roles: {
      Night: { ...own, trust: trust({ AWS: HOME }) },
      [SLR]: { ...own, path: '/aws-service-role/autoscaling.amazonaws.com/', trust: trust({ AWS: HOME }) },
    },
    ...(boundary === undefined ? {} : { policies: { Ceiling: boundary } }),
    sessions: { 'night-1': { role: 'Night', policy: session } },
    endpoints: { quay: { id: VPCE, vpc: 'vpc-0a1b2c3d', service: 's3', policy: vpce } },
    ...(away ? {} : boxes),
  };
  const organization: OrganizationSpec = {
    management: ROOT,
    root: { id: 'r-tern', ...(rcp === undefined ? {} : { rcp: ['Guard'] }) },
    units: {
      production: { id: 'ou-tern-0a1b2c3d', ...(scp === undefined ? {} : { scp: ['List'] }) },
    },
    members: {
      [HOME]: { unit: 'production', ...(scp === undefined ? {} : { scp: ['FullAWSAccess', 'Quiet'] }) },
    },
    scp: scp === undefined ? {} : { List: scp, Quiet: policy('Deny', 'sqs:*') },
    rcp: rcp === undefined ? {} : { Guard: rcp },
  };
  return openCloud({
    time: Date.parse('2026-11-23T09:00:00Z'),
    seed: 1,
    accounts: {
      [HOME]: home,
      [AWAY]: { region: 'eu-west-1', ...(away ? boxes : {}) },
      [ROOT]: { region: 'eu-west-1', users: { ana: { policies: { own: allow } } } },
    },
    organizations: { 'o-ternferries': organization },
  });
}

const reading = (given: Given, who = 'user/mei', context = {}): Judged =>
  judge(world(given), who, { action: 's3:GetObject', on: FILE, context });

function lines({ parts }: Judged): readonly string[] {
  const part = decidingPart(parts);
  return part
    ? gatesOf(part).map(({ state, title, details }) =>
        [`${state}: ${title}`, ...details.map((detail) => detail.text)].join(' | '),
      )
    : [];
}

describe('the path through many layers', () => {
  it('[scp-level-must-allow] names the silent level and opens the document there', () => {
    const judged = reading({ identity: allow, scp: silent });
    expect(lines(judged)).toEqual([
      'open: Nothing denies it | 1 statement read, it does not deny',
      'shut: A level of the organization is silent | List at production: no Allow speaks of `s3:GetObject`',
      'past: A policy of the caller allows it | mei, own · statement 1, S',
    ]);
    expect(marksOf(judged.parts, 'org/scp/List').map(({ kind }) => kind)).toEqual(['miss']);
  });

  it('[scp-never-grants] shows what allows at each level, and nothing where nobody limits anything', () => {
    expect(lines(reading({ identity: allow, scp: allow }))[1]).toBe(
      'open: Every level of the organization allows it | FullAWSAccess at root · statement 1 | List at production · statement 1, S | FullAWSAccess at bookings · statement 1',
    );
    expect(lines(reading({ identity: allow })).map((line) => line.split(' |')[0])).toEqual([
      'open: Nothing denies it',
      'open: A policy of the caller allows it',
    ]);
  });

  it.each([[`role/${SLR}`, 'The organization does not bind service-linked roles']])(
    '[service-linked-role-is-not-bound] a Deny that does not bind %s is named and not marked',
    (who, title) => {
      const judged = reading({ identity: allow, scp: policy('Deny') }, who);
      expect(lines(judged).slice(0, 2)).toEqual([
        'open: Nothing denies it | List at production · statement 1, S matches, and does not bind here',
        `open: ${title}`,
      ]);
      expect(marksOf(judged.parts, 'org/scp/List')).toEqual([]);
    },
  );

  it('[management-account-is-not-bound] the management account is told that nothing binds it', () => {
    const judged = judge(world({ scp: policy('Deny'), rcp: policy('Deny', 's3:*', '*') }), 'user/ana', {
      action: 's3:GetObject',
      on: 'arn:aws:s3:::elsewhere/x',
    });
    expect(lines(judged)).toContain('open: The organization does not bind its management account');
  });

  it('[rcp-never-grants] a resource control policy stands in the path by its Deny alone', () => {
    expect(lines(reading({ identity: allow, rcp: policy('Deny', 's3:*', '*') }))[0]).toBe(
      'shut: A Deny matches | Guard at root · statement 1, S',
    );
    expect(lines(reading({ identity: allow, rcp: policy('Deny', 'sqs:*', '*') }))).toHaveLength(2);
  });

  it('[endpoint-policy-must-allow] the endpoint has a gate where the request passes through it', () => {
    const given = { identity: allow, vpce: policy('Allow', 'ec2:*', '*') };
    expect(lines(reading(given, 'user/mei', { 'aws:SourceVpce': VPCE }))[1]).toBe(
      'shut: The endpoint does not let it pass | endpoint quay: no Allow speaks of `s3:GetObject`',
    );
    expect(lines(reading(given))).toHaveLength(2);
  });

  it.each([
    [
      'shut',
      silent,
      'The session policy does not let it through | session night-1: no Allow speaks of `s3:GetObject`',
    ],
    ['open', allow, 'The session policy lets it through | session night-1 · statement 1, S'],
  ])('[session-policy-is-a-ceiling] the session policy is %s', (state, session, said) => {
    expect(lines(reading({ identity: allow, session }, 'session/night-1')).at(-1)).toBe(`${state}: ${said}`);
  });

  it.each([
    [
      'the other',
      undefined,
      allow,
      'shut: The other account does not let the caller in | the resource in the other account has no policy',
    ],
    [
      'the own',
      policy('Allow', 's3:*', { AWS: HOME }),
      silent,
      'shut: No policy of the caller allows it | mei, own: no Allow speaks of `s3:GetObject`',
    ],
  ])(
    '[both-accounts-must-allow] the silence of %s side has a gate of its own',
    (_whose, bucket, identity, said) => {
      const shut = lines(reading({ identity, bucket, away: true })).filter((line) => line.startsWith('shut'));
      expect(shut).toEqual([said]);
    },
  );

  it('[resource-policy-alone-is-enough] a bucket that names everybody asks no ceiling of a session', () => {
    const given = { boundary: silent, session: silent, bucket: policy('Allow', 's3:*', '*') };
    expect(lines(reading(given, 'session/night-1'))).toEqual([
      'open: Nothing denies it',
      'open: The resource names the caller, and that is enough | bucket tern-box · statement 1, S',
    ]);
  });

  it('[anonymous-needs-the-resource-policy] somebody without credentials has one gate', () => {
    expect(lines(reading({}, 'anonymous')).at(-1)).toBe(
      'shut: The resource does not let everybody in | the resource has no policy, and a caller without credentials has none either',
    );
  });

  it('[scp-binds-only-principals-of-the-account] a Deny of the organization is set aside for a service', () => {
    const bucket = policy('Allow', 's3:*', { Service: 's3.amazonaws.com' });
    const judged = reading({ scp: policy('Deny'), bucket }, 'service/s3.amazonaws.com');
    expect(judged.verdict?.decision).toBe('allowed');
    expect(lines(judged)).toContainEqual(
      expect.stringContaining('open: Service control policies do not bind this caller'),
    );
  });

  it('[provider-needs-the-trust-policy] whom a provider sends is asked by the trust policy, once', () => {
    const judged = judge(world({}), 'provider/arn:aws:iam::111122223333:saml-provider/Lumen', {
      action: 'sts:AssumeRoleWithSAML',
      on: `arn:aws:iam::${HOME}:role/Night`,
    });
    expect(lines(judged).map((line) => line.split(' |')[0])).toEqual([
      'open: Nothing denies it',
      'shut: The role does not trust the caller',
    ]);
  });

  it(
    'is shut somewhere exactly when the request is not allowed, whatever the layers say',
    { timeout: 30_000 },
    () => {
      const maybe = fc.constantFrom(undefined, allow, allow, silent, silent, policy('Deny'));
      const resource = fc.constantFrom(
        ...[undefined, policy('Allow', 's3:*', '*'), policy('Deny', 's3:*', '*')],
        ...[HOME, `arn:aws:iam::${HOME}:role/Night`, `arn:aws:iam::${HOME}:user/mei`].map((AWS) =>
          policy('Allow', 's3:*', { AWS }),
        ),
      );
      const given = fc.record({
        ...{ identity: maybe, boundary: maybe, session: maybe, scp: maybe, bucket: resource },
        rcp: fc.constantFrom(undefined, undefined, policy('Deny', 's3:*', '*'), policy('Deny', 'ec2:*', '*')),
        vpce: fc.constantFrom(undefined, policy('Allow', 's3:*', '*'), policy('Allow', 'ec2:*', '*')),
        away: fc.constantFrom(false, false, true),
      });
      const who = fc.constantFrom(
        'user/mei',
        'session/night-1',
        `role/${SLR}`,
        'root',
        'anonymous',
        'service/x',
      );
      const way = fc.constantFrom({}, { 'aws:SourceVpce': VPCE });
      const seen = new Set<string>();
      fc.assert(
        fc.property(given, who, way, (layers, as, context) => {
          const [part] = reading(layers, as, context).parts;
          const gates = part ? gatesOf(part) : [];
          const shut = gates.find(({ state }) => state === 'shut');
          expect(shut === undefined).toBe(part?.verdict.decision === 'allowed');
          expect(shut?.rule === 'explicit-deny-wins').toBe(part?.verdict.decision === 'explicitDeny');
          expect(gates.every(({ title }) => title !== '')).toBe(true);
          seen.add(decidingGate(gates)?.rule ?? '');
        }),
        { numRuns: 2000 },
      );
      expect(seen.size).toBeGreaterThan(8);
    },
  );
});

describe('the documents of many layers', () => {
  it('stand in named groups from three layers on, and carry their levels', () => {
    const cloud = world({ identity: allow, scp: allow, vpce: allow });
    const { parts } = judge(cloud, 'user/mei', {
      action: 's3:GetObject',
      on: FILE,
      context: { 'aws:SourceVpce': VPCE },
    });
    const groups = groupsOf(shownDocuments(cloud, ['user/mei/inline/own'], parts));
    expect(groups.map(({ name, documents }) => [name, ...documents.map(({ id }) => id)])).toEqual([
      ['organization', 'org/scp/FullAWSAccess', 'org/scp/List', 'org/scp/Quiet'],
      ['on the way', 'endpoint/quay/policy'],
      ['caller', 'user/mei/inline/own'],
    ]);
    expect(levelsRead(parts, 'org/scp/FullAWSAccess')).toEqual(['root', 'bookings']);
  });

  it('keep the order of the lab while they are few, and leave out what limits nobody', () => {
    const { parts } = reading({ identity: allow, bucket: policy('Allow', 's3:*', '*') });
    const shown = shownDocuments(world({ identity: allow, bucket: allow }), ['user/mei/inline/own'], parts);
    expect(groupsOf(shown)).toEqual([{ documents: shown }]);
    expect(shown.map(({ id }) => id)).toEqual(['user/mei/inline/own', 'bucket/tern-box/policy']);
  });

  it.each([
    ['group/contractors/inline/timetables', 'contractors, timetables'],
    ['role/bookings/trust', 'trust of bookings'],
    ['policy/FirstWeek', 'FirstWeek'],
    ['bucket/tern-box/policy', 'bucket tern-box'],
    [`${AWAY}/bucket/tern-box/policy`, 'bucket tern-box'],
    [`${AWAY}/user/jun/inline/audit`, `jun, audit (${AWAY})`],
    ['session/night-1/policy', 'session night-1'],
    ['endpoint/quay/policy', 'endpoint quay'],
    ['org/scp/List', 'List'],
    ['o-lumenaudits/org/rcp/Guard', 'Guard (o-lumenaudits)'],
  ])('%s is called %s', (id, name) => {
    expect(nameOf(id)).toBe(name);
  });
});
