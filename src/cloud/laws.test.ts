// Laws over random sequences of calls: whatever was called before, what a call did is there and nothing else is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountOf, type Cloud } from './cloud.ts';
import type { Input, Reply } from './operation.ts';
import type { Outcome } from './index.ts';
import { blankWorld } from './services.ts';
import { calling, faultOf, keyIn, replyOf } from './test/caller.ts';
import { policy, trust } from './test/tern.ts';

const OWN = '111122223333';
const BLANK = blankWorld();
const RUNS = { numRuns: 60 };

interface Call {
  readonly who: string;
  readonly operation: string;
  readonly input: Input;
}

const names = fc.constantFrom('ana', 'Ana', 'mei', 'oskar', 'not a name', 'constructor');
const who = fc.constantFrom('default', 'default', 'default', 'partner', 'root');
const DOCUMENT = policy('Allow', 's3:*');

function one(operation: string, input: fc.Arbitrary<Input>): fc.Arbitrary<Call> {
  return fc.record({ who, operation: fc.constant(operation), input });
}

const user = fc.record({ UserName: names });
const role = fc.record({ RoleName: names });
const calls: fc.Arbitrary<readonly Call[]> = fc.array(
  fc.oneof(
    one('iam:CreateUser', user),
    one('iam:CreateUser', user),
    one('iam:DeleteUser', user),
    one('iam:CreateAccessKey', user),
    one('iam:UpdateUser', fc.record({ UserName: names, NewUserName: names })),
    one('iam:CreateGroup', fc.record({ GroupName: names })),
    one('iam:AddUserToGroup', fc.record({ GroupName: names, UserName: names })),
    one('iam:DeleteGroup', fc.record({ GroupName: names })),
    one(
      'iam:CreateRole',
      fc.record({
        RoleName: names,
        AssumeRolePolicyDocument: fc.constantFrom(trust({ AWS: OWN }), 'no policy'),
      }),
    ),
    one('iam:DeleteRole', role),
    one(
      'iam:PutRolePolicy',
      fc.record({ RoleName: names, PolicyName: names, PolicyDocument: fc.constant(DOCUMENT) }),
    ),
    one('iam:DeleteRolePolicy', fc.record({ RoleName: names, PolicyName: names })),
    one(
      'sts:AssumeRole',
      fc.record({
        RoleArn: names.map((name) => `arn:aws:iam::${OWN}:role/${name}`),
        RoleSessionName: fc.constant('test'),
      }),
    ),
    one('sts:GetSessionToken', fc.constant({})),
    one('organizations:LeaveOrganization', fc.constant({})),
  ),
  { maxLength: 24 },
);

function made(all: readonly Call[], from: Cloud = BLANK): { readonly cloud: Cloud; readonly last?: Outcome } {
  return all.reduce<{ readonly cloud: Cloud; readonly last?: Outcome }>(
    ({ cloud }, { who: caller, operation, input }) => {
      const last = calling(cloud, caller, operation, input);
      return { cloud: last.cloud, last };
    },
    { cloud: from },
  );
}

/** The world without the event and the use that every call leaves. */
function lasting({ history, uses, ...world }: Cloud): object {
  return history || uses ? world : world;
}

const listed = (cloud: Cloud, kind: 'User' | 'Role' | 'Group'): readonly Reply[] =>
  replyOf(calling(cloud, 'default', `iam:List${kind}s`, { MaxItems: 1000 }))[`${kind}s`] as readonly Reply[];

test('[worlds-are-values] what is created is got and listed once, what is deleted is gone', () => {
  fc.assert(
    fc.property(calls, (all) => {
      const { cloud } = made(all);
      const account = accountOf(cloud, OWN);
      const kinds = { User: account.users, Role: account.roles, Group: account.groups };
      for (const kind of ['User', 'Role', 'Group'] as const) {
        const known = Object.keys(kinds[kind]);
        expect(listed(cloud, kind).map((reply) => reply[`${kind}Name`])).toEqual(known);
        expect(new Set(known.map((name) => name.toLowerCase())).size).toBe(known.length);
        for (const name of ['ana', 'mei', 'oskar', 'constructor']) {
          const got = calling(cloud, 'default', `iam:Get${kind}`, { [`${kind}Name`]: name });
          const isThere = known.some((one_) => one_.toLowerCase() === name);
          expect(faultOf(got).split(':')[0]).toBe(isThere ? 'done' : 'NoSuchEntity');
        }
      }
    }),
    RUNS,
  );
});

test('[worlds-are-values] a call that is refused or fails leaves nothing but its event and that it was tried', () => {
  fc.assert(
    fc.property(calls, (all) => {
      let cloud = BLANK;
      for (const { who: caller, operation, input } of all) {
        const outcome = calling(cloud, caller, operation, input);
        if ('fault' in outcome) expect(lasting(outcome.cloud)).toEqual(lasting(cloud));
        expect(outcome.cloud.history?.count).toBe((cloud.history?.count ?? 0) + 1);
        cloud = outcome.cloud;
      }
    }),
    RUNS,
  );
});

test('[worlds-are-values] the same calls give the same bytes, also when the world went through JSON between them', () => {
  fc.assert(
    fc.property(calls, calls, (first, second) => {
      const half = made(first).cloud;
      const whole = made(second, half).cloud;
      expect(JSON.stringify(made([...first, ...second]).cloud)).toBe(JSON.stringify(whole));
      const copy = JSON.parse(JSON.stringify(half)) as Cloud;
      expect(JSON.stringify(lasting(made(second, copy).cloud))).toBe(JSON.stringify(lasting(whole)));
    }),
    { numRuns: 20 },
  );
});

test('[worlds-are-values] what a role may do now is what its sessions may do, those of yesterday too', () => {
  const take = { RoleArn: `arn:aws:iam::${OWN}:role/Live`, RoleSessionName: 'test' };
  const world = made([
    {
      who: 'default',
      operation: 'iam:CreateRole',
      input: { RoleName: 'Live', AssumeRolePolicyDocument: trust({ AWS: OWN }) },
    },
  ]).cloud;
  const taken = calling(world, 'default', 'sts:AssumeRole', take);
  const key = keyIn(replyOf(taken));
  const documents = fc.array(fc.constantFrom('Allow', 'Deny', 'None'), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(documents, (effects) => {
      let { cloud } = taken;
      for (const effect of effects) {
        const name = { RoleName: 'Live', PolicyName: 'now' };
        const PolicyDocument = policy(effect === 'Deny' ? 'Deny' : 'Allow', 'iam:ListUsers');
        cloud = calling(cloud, 'default', 'iam:PutRolePolicy', { ...name, PolicyDocument }).cloud;
        if (effect === 'None') cloud = calling(cloud, 'default', 'iam:DeleteRolePolicy', name).cloud;
        const asked = faultOf(calling(cloud, key, 'iam:ListUsers'));
        expect(asked.split(':')[0]).toBe(effect === 'Allow' ? 'done' : 'AccessDenied');
      }
    }),
    RUNS,
  );
});

test('[worlds-are-values] every credential given out is its own, and opens the session that it was given for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
      let cloud = BLANK;
      const keys = Array.from({ length: count }, () => {
        const outcome = calling(cloud, 'default', 'sts:GetSessionToken');
        cloud = outcome.cloud;
        return keyIn(replyOf(outcome));
      });
      expect(new Set(keys.map(({ accessKeyId }) => accessKeyId)).size).toBe(count);
      for (const [i, key] of keys.entries()) {
        expect(faultOf(calling(cloud, key, 'sts:GetCallerIdentity'))).toBe('done');
        const other = keys[(i + 1) % count];
        const mixed = { ...key, sessionToken: other?.sessionToken };
        expect(faultOf(calling(cloud, mixed, 'sts:GetCallerIdentity')).split(':')[0]).toBe(
          count === 1 ? 'done' : 'InvalidClientTokenId',
        );
      }
    }),
    { numRuns: 12 },
  );
});
