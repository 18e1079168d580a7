// Grants at their simplest: given on a key to a principal for operations, listed, retired and revoked.
import type { Context } from '#evaluator';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueHex, issueText } from '../ids.ts';
import {
  flagOf,
  isStructure,
  present,
  textOf,
  textsOf,
  type Input,
  type Operation,
  type Reply,
  type Site,
} from '../operation.ts';
import { findKey, keyIn, pending, stateOf, unusable, type FoundKey } from './key.ts';
import { kmsPage } from './lists.ts';
import { contextIn, ofKey, onKey } from './needs.ts';
import { policyOf, withPolicy } from './policy.ts';
import type { Grant } from './state.ts';

/** Source: kms-quotas. */
const MOST_PER_KEY = 50_000;

const DRY_RUN = fault(
  'DryRunOperationException',
  'The request would have succeeded, but the DryRun option is set.',
);

function grantKeys(input: Input): Context {
  const constraints = Object.keys(constraintsIn(input) ?? {});
  const retiree = textOf(input, 'RetiringPrincipal');
  return {
    'kms:GranteePrincipal': textOf(input, 'GranteePrincipal'),
    ...(retiree === '' ? {} : { 'kms:RetiringPrincipal': retiree }),
    'kms:GrantOperations': textsOf(input, 'Operations'),
    'kms:GrantIsForAWSResource': 'false',
    ...(constraints[0] === undefined ? {} : { 'kms:GrantConstraintType': constraints[0] }),
  };
}

function constraintsIn(input: Input): Grant['constraints'] {
  const given = input['Constraints'];
  if (!isStructure(given)) return undefined;
  const kinds = ['EncryptionContextSubset', 'EncryptionContextEquals'].filter((kind) => kind in given);
  return Object.fromEntries(kinds.map((kind) => [kind, contextIn(given, kind)]));
}

const createGrant = ofKey(
  'CreateGrant',
  (site, input, found) => {
    const { cloud, session } = site;
    const { grants = [] } = found.key;
    const grantee = textOf(input, 'GranteePrincipal');
    const stop = unusable(found) ?? principalFault(grantee, 'grantee') ?? retireeFault(input);
    if (stop) return stop;
    if (
      textsOf(input, 'GrantTokens').length > 0 &&
      !textsOf(input, 'GrantTokens').every((token) => isToken(site, token))
    )
      return fault('InvalidGrantTokenException', 'Invalid grant token.');
    if (grants.length >= MOST_PER_KEY)
      return fault('LimitExceededException', `A key has at most ${MOST_PER_KEY} grants.`);
    if (flagOf(input, 'DryRun') === true) return DRY_RUN;
    const id = issueHex(cloud, 64);
    const token = issueText(id.cloud, 120);
    const constraints = constraintsIn(input);
    const [name, retiree] = [textOf(input, 'Name'), textOf(input, 'RetiringPrincipal')];
    const grant: Grant = {
      id: id.id,
      token: token.id,
      ...(name === '' ? {} : { name }),
      grantee,
      ...(retiree === '' ? {} : { retiree }),
      operations: textsOf(input, 'Operations'),
      ...(constraints ? { constraints } : {}),
      created: cloud.time,
      issuer: session.principal.account,
    };
    return {
      cloud: withPolicy(
        token.cloud,
        { ...found, key: { ...found.key, grants: [...grants, grant] } },
        policyOf(cloud, found),
      ),
      reply: { GrantToken: grant.token, GrantId: grant.id },
    };
  },
  grantKeys,
);

function isToken({ cloud }: Site, token: string): boolean {
  return Object.values(cloud.accounts).some((account) =>
    Object.values(stateOf(account).keys).some(({ grants = [] }) => grants.some((one) => one.token === token)),
  );
}

const PRINCIPAL =
  /^arn:aws[\w-]*:(?:iam::\d{12}:(?:root|user\/.+|role\/.+)|sts::\d{12}:(?:assumed-role|federated-user)\/.+)$/;

function principalFault(arn: string, part: string): Refused | undefined {
  return PRINCIPAL.test(arn)
    ? undefined
    : fault('InvalidArnException', `The ${part} principal \`${arn}\` is no ARN of a principal.`);
}

function retireeFault(input: Input): Refused | undefined {
  const arn = textOf(input, 'RetiringPrincipal');
  return arn === '' ? undefined : principalFault(arn, 'retiring');
}

/** Source: api-kms. */
function shown({ arn }: FoundKey, grant: Grant): Reply {
  return present({
    KeyId: arn,
    GrantId: grant.id,
    Name: grant.name ?? '',
    CreationDate: grant.created,
    GranteePrincipal: grant.grantee,
    RetiringPrincipal: grant.retiree,
    IssuingAccount: `arn:aws:iam::${grant.issuer}:root`,
    Operations: grant.operations,
    Constraints: grant.constraints,
  });
}

const listGrants = ofKey('ListGrants', ({ cloud }, input, found) => {
  const { grants = [] } = found.key;
  const [id, grantee] = [textOf(input, 'GrantId'), textOf(input, 'GranteePrincipal')];
  if (id !== '' && !grants.some((one) => one.id === id))
    return fault('InvalidGrantIdException', 'Invalid grant ID');
  const stop = pending(found.arn, found.key);
  if (stop) return stop;
  const wanted = grants.filter(
    (one) => (id === '' || one.id === id) && (grantee === '' || one.grantee === grantee),
  );
  return kmsPage(
    cloud,
    input,
    'Grants',
    wanted.map((grant) => shown(found, grant)),
    50,
  );
});

const listRetirableGrants: Operation = {
  name: 'kms:ListRetirableGrants',
  needs: () => [{ action: 'kms:ListRetirableGrants', on: '*' }],
  run: (site, input) => {
    const retiree = textOf(input, 'RetiringPrincipal');
    const wrong = principalFault(retiree, 'retiring');
    if (wrong) return wrong;
    const all = Object.keys(stateOf(site.account).keys).flatMap((id) => {
      const found = findKey(site, id);
      if (isRefused(found)) return [];
      const mine = (found.key.grants ?? []).filter((grant) => grant.retiree === retiree);
      return mine.map((grant) => shown(found, grant));
    });
    return kmsPage(site.cloud, input, 'Grants', all, 50);
  },
};

/** The cloud without one grant of a key. */
function removed(site: Site, found: FoundKey, id: string, input: Input): ReturnType<Operation['run']> {
  const { grants = [], ...key } = found.key;
  if (!grants.some((one) => one.id === id)) return fault('InvalidGrantIdException', 'Invalid grant ID');
  const stop = pending(found.arn, found.key);
  if (stop) return stop;
  if (flagOf(input, 'DryRun') === true) return DRY_RUN;
  const left = grants.filter((one) => one.id !== id);
  const text = policyOf(site.cloud, found);
  const next = left.length === 0 ? key : { ...key, grants: left };
  return { cloud: withPolicy(site.cloud, { ...found, key: next }, text), reply: {} };
}

const revokeGrant = ofKey('RevokeGrant', (site, input, found) =>
  removed(site, found, textOf(input, 'GrantId'), input),
);

/** The grant that a token or a key and an id name. */
function retirable(site: Site, input: Input): { readonly found: FoundKey; readonly id: string } | Refused {
  const token = textOf(input, 'GrantToken');
  if (token === '') {
    const found = keyIn(site, input);
    return isRefused(found) ? found : { found, id: textOf(input, 'GrantId') };
  }
  for (const account of Object.values(site.cloud.accounts)) {
    for (const [key, { grants = [] }] of Object.entries(stateOf(account).keys)) {
      const id = grants.find((one) => one.token === token)?.id;
      const found = id === undefined ? undefined : findKey({ ...site, account }, key);
      if (found && id !== undefined && !isRefused(found)) return { found, id };
    }
  }
  return fault('InvalidGrantTokenException', 'Invalid grant token.');
}

const retireGrant: Operation = {
  name: 'kms:RetireGrant',
  needs: (site, input) => {
    const wanted = retirable(site, input);
    return isRefused(wanted) ? wanted : [onKey('RetireGrant', site, wanted.found)];
  },
  run: (site, input) => {
    const wanted = retirable(site, input);
    return isRefused(wanted) ? wanted : removed(site, wanted.found, wanted.id, input);
  },
};

export const GRANTS: readonly Operation[] = [
  ...[createGrant, listGrants, listRetirableGrants, revokeGrant, retireGrant],
];
