// Keys: made, described, listed, switched off and on, rotated, deleted after a wait.
import { partOf } from '../authorize.ts';
import { withAccount } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueUuid } from '../ids.ts';
import { flagOf, numberOf, present, structuresOf, textOf, type Input, type Operation } from '../operation.ts';
import { requestTagKeys, withTags } from '../tags.ts';
import { keyArn, pending, unusable, withKey, type FoundKey } from './key.ts';
import { keyMetadata } from './metadata.ts';
import { ofKey } from './needs.ts';
import { defaultKeyPolicy, keyPolicyFault, prettyPolicy, withPolicy } from './policy.ts';
import { tagFault, tagsIn } from './tagging.ts';
import type { KmsKey } from './state.ts';
import type { Cloud } from '../cloud.ts';
import type { Session } from '../session.ts';

const DAY = 86_400_000;

const createKey: Operation = {
  name: 'kms:CreateKey',
  needs: (_, input) => {
    const spec = textOf(input, 'KeySpec') || textOf(input, 'CustomerMasterKeySpec') || 'SYMMETRIC_DEFAULT';
    const context = {
      'kms:KeySpec': spec,
      'kms:KeyUsage': textOf(input, 'KeyUsage') || 'ENCRYPT_DECRYPT',
      'kms:KeyOrigin': textOf(input, 'Origin') || 'AWS_KMS',
      'kms:MultiRegion': String(flagOf(input, 'MultiRegion') ?? false),
      'kms:BypassPolicyLockoutSafetyCheck': String(flagOf(input, 'BypassPolicyLockoutSafetyCheck') ?? false),
      ...requestTagKeys(tagsIn(input)),
    };
    return ['kms:CreateKey', ...(structuresOf(input, 'Tags').length > 0 ? ['kms:TagResource'] : [])].map(
      (action) => ({ action, on: '*', context }),
    );
  },
  run: (site, input) => {
    const { cloud, account, region, session } = site;
    const key = newKey(cloud, region, input);
    const wrong = kindFault(key, input) ?? tagFault({}, input);
    if (wrong) return wrong;
    const given = textOf(input, 'Policy');
    const bad = given === '' ? undefined : keyPolicyFault(cloud, given);
    if (bad) return bad;
    const text = given === '' ? defaultKeyPolicy(account.id) : prettyPolicy(JSON.parse(given));
    const issued = issueUuid(cloud);
    const id = key.multiRegion ? `mrk-${issued.id.replaceAll('-', '')}` : issued.id;
    const made = withPolicy(issued.cloud, { owner: account, id, key }, text);
    const found = { owner: account, id, key, arn: keyArn(account.id, region, id) };
    if (flagOf(input, 'BypassPolicyLockoutSafetyCheck') !== true && isLockedOut(made, session, found))
      return LOCKED_OUT;
    const owner = made.accounts[account.id] ?? account;
    return {
      cloud: withAccount(made, withTags(owner, found.arn, tagsIn(input))),
      reply: { KeyMetadata: keyMetadata(found) },
    };
  },
};

function newKey(cloud: Cloud, region: string, input: Input): KmsKey {
  const origin = textOf(input, 'Origin') || 'AWS_KMS';
  return {
    region,
    created: cloud.time,
    enabled: origin !== 'EXTERNAL',
    description: textOf(input, 'Description'),
    manager: 'CUSTOMER',
    spec: textOf(input, 'KeySpec') || textOf(input, 'CustomerMasterKeySpec') || 'SYMMETRIC_DEFAULT',
    usage: textOf(input, 'KeyUsage') || 'ENCRYPT_DECRYPT',
    origin,
    multiRegion: flagOf(input, 'MultiRegion') ?? false,
  };
}

/** Which use a kind of key has. Source: api-kms. */
const USES: readonly (readonly [RegExp, RegExp])[] = [
  [/^SYMMETRIC_DEFAULT$/, /^ENCRYPT_DECRYPT$/],
  [/^RSA_/, /^(?:ENCRYPT_DECRYPT|SIGN_VERIFY)$/],
  [/^SM2$/, /^(?:ENCRYPT_DECRYPT|SIGN_VERIFY|KEY_AGREEMENT)$/],
  [/^ECC_/, /^(?:SIGN_VERIFY|KEY_AGREEMENT)$/],
  [/^ML_DSA_/, /^SIGN_VERIFY$/],
  [/^ML_KEM_/, /^ENCAPSULATE_DECAPSULATE$/],
  [/^HMAC_/, /^GENERATE_VERIFY_MAC$/],
];

function kindFault({ spec, usage, origin }: KmsKey, input: Input): Refused | undefined {
  if (
    origin === 'AWS_CLOUDHSM' ||
    origin === 'EXTERNAL_KEY_STORE' ||
    textOf(input, 'CustomKeyStoreId') !== ''
  )
    return fault('CustomKeyStoreNotFoundException', 'There is no custom key store in this simulation.');
  if (USES.some(([kind, use]) => kind.test(spec) && use.test(usage))) return undefined;
  if (spec !== 'SYMMETRIC_DEFAULT' && input['KeyUsage'] === undefined)
    return fault(
      'ValidationException',
      'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    );
  return fault('ValidationException', `KeyUsage ${usage} is not compatible with KeySpec ${spec}`);
}

export const LOCKED_OUT = fault(
  'MalformedPolicyDocumentException',
  'The new key policy will not allow you to update the key policy in the future.',
);

/** Could whoever sets this policy not change it again? Source: kms-key-policies. */
export function isLockedOut(cloud: Cloud, session: Session, { arn }: Pick<FoundKey, 'arn'>): boolean {
  return partOf(cloud, session, { action: 'kms:PutKeyPolicy', on: arn }).verdict.decision !== 'allowed';
}

const describeKey = ofKey('DescribeKey', ({ cloud }, _, found) => ({
  cloud,
  reply: { KeyMetadata: keyMetadata(found) },
}));

/** A change of a key that is not about to go. */
function changing(
  name: string,
  change: (key: KmsKey, cloud: Cloud, input: Input) => KmsKey | Refused,
): Operation {
  return ofKey(
    name,
    ({ cloud }, input, { owner, id, key, arn }) => {
      const stop = pending(arn, key);
      if (stop) return stop;
      const next = change(key, cloud, input);
      return isRefused(next) ? next : { cloud: withKey(cloud, owner.id, id, next), reply: {} };
    },
    (input) => {
      const days = numberOf(input, 'RotationPeriodInDays');
      return days === undefined ? {} : { 'kms:RotationPeriodInDays': String(days) };
    },
  );
}

const NO_ROTATION = fault(
  'UnsupportedOperationException',
  'The operation is not supported for this KMS key.',
);

function rotates({ spec, origin, manager }: KmsKey): boolean {
  return spec === 'SYMMETRIC_DEFAULT' && origin === 'AWS_KMS' && manager === 'CUSTOMER';
}

const YEAR_OF_ROTATION = 365;

const enableKeyRotation = ofRotation('EnableKeyRotation', (key, cloud, input) => ({
  ...key,
  rotation: { since: cloud.time, days: numberOf(input, 'RotationPeriodInDays') ?? YEAR_OF_ROTATION },
}));

const disableKeyRotation = ofRotation('DisableKeyRotation', (key) => {
  const { rotation, ...rest } = key;
  return rotation ? rest : key;
});

function ofRotation(name: string, change: (key: KmsKey, cloud: Cloud, input: Input) => KmsKey): Operation {
  const { needs, run } = changing(name, (key, cloud, input) =>
    rotates(key) ? change(key, cloud, input) : NO_ROTATION,
  );
  const guard = ofKey(name, (site, input, found) => unusable(found) ?? run(site, input));
  return { name: `kms:${name}`, needs, run: guard.run };
}

const getKeyRotationStatus = ofKey('GetKeyRotationStatus', ({ cloud }, _, { key, arn }) => {
  const stop = pending(arn, key);
  if (stop) return stop;
  if (key.spec !== 'SYMMETRIC_DEFAULT') return NO_ROTATION;
  const { rotation } = key;
  return {
    cloud,
    reply: present({
      KeyRotationEnabled: rotation !== undefined,
      KeyId: arn,
      RotationPeriodInDays: rotation?.days,
      NextRotationDate: rotation && rotation.since + rotation.days * DAY,
    }),
  };
});

const SHORTEST_WAIT = 7;
const LONGEST_WAIT = 30;

/** Source: kms-key-states. */
const scheduleKeyDeletion = ofKey(
  'ScheduleKeyDeletion',
  ({ cloud }, input, { owner, id, key, arn }) => {
    const days = numberOf(input, 'PendingWindowInDays') ?? LONGEST_WAIT;
    if (days < SHORTEST_WAIT || days > LONGEST_WAIT)
      return fault(
        'ValidationException',
        `PendingWindowInDays must be between ${SHORTEST_WAIT} and ${LONGEST_WAIT} (inclusive)`,
      );
    const stop = pending(arn, key);
    if (stop) return stop;
    const deletes = cloud.time + days * DAY;
    return {
      cloud: withKey(cloud, owner.id, id, { ...key, enabled: false, deletes }),
      reply: { KeyId: arn, DeletionDate: deletes, KeyState: 'PendingDeletion', PendingWindowInDays: days },
    };
  },
  (input) => ({
    'kms:ScheduleKeyDeletionPendingWindowInDays': String(
      numberOf(input, 'PendingWindowInDays') ?? LONGEST_WAIT,
    ),
  }),
);

/** The key comes back switched off. Source: kms-key-states. */
const cancelKeyDeletion = ofKey('CancelKeyDeletion', ({ cloud }, _, { owner, id, key, arn }) => {
  const { deletes, ...rest } = key;
  if (deletes === undefined) return fault('KMSInvalidStateException', `${arn} is not pending deletion.`);
  return { cloud: withKey(cloud, owner.id, id, rest), reply: { KeyId: arn } };
});

export const KEYS: readonly Operation[] = [
  createKey,
  describeKey,
  changing('EnableKey', (key) => ({ ...key, enabled: true })),
  changing('DisableKey', (key) => ({ ...key, enabled: false })),
  ...[enableKeyRotation, disableKeyRotation, getKeyRotationStatus],
  ...[scheduleKeyDeletion, cancelKeyDeletion],
];
