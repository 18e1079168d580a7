// Reading and replacing the policy of a key.
import { fault } from '../fault.ts';
import { flagOf, textOf, type Operation } from '../operation.ts';
import { pending } from './key.ts';
import { isLockedOut, LOCKED_OUT } from './keys.ts';
import { ofKey } from './needs.ts';
import { keyPolicyFault, policyOf, prettyPolicy, withPolicy } from './policy.ts';

const getKeyPolicy = ofKey('GetKeyPolicy', ({ cloud }, input, found) => {
  const name = textOf(input, 'PolicyName') || 'default';
  if (name !== 'default') return fault('NotFoundException', 'No such policy exists');
  return { cloud, reply: { Policy: policyOf(cloud, found), PolicyName: name } };
});

/** Source: kms-quotas. */
const LARGEST = 32_768;

const putKeyPolicy = ofKey(
  'PutKeyPolicy',
  ({ cloud, session }, input, found) => {
    const name = textOf(input, 'PolicyName') || 'default';
    const text = textOf(input, 'Policy');
    if (name !== 'default') return fault('NotFoundException', 'No such policy exists');
    if (text.length > LARGEST)
      return fault('LimitExceededException', `Policy is larger than ${LARGEST} bytes.`);
    const bad = pending(found.arn, found.key) ?? keyPolicyFault(cloud, text);
    if (bad) return bad;
    const next = withPolicy(cloud, found, prettyPolicy(JSON.parse(text)));
    const bypass = flagOf(input, 'BypassPolicyLockoutSafetyCheck') === true;
    return !bypass && isLockedOut(next, session, found) ? LOCKED_OUT : { cloud: next, reply: {} };
  },
  (input) => ({
    'kms:BypassPolicyLockoutSafetyCheck': String(flagOf(input, 'BypassPolicyLockoutSafetyCheck') ?? false),
  }),
);

export const KEY_POLICIES: readonly Operation[] = [getKeyPolicy, putKeyPolicy];
