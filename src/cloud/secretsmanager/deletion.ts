// Deleting secrets: they wait some days, and can be had back meanwhile.
import { withAccount, without } from '../cloud.ts';
import { flagOf, numberOf, type Operation } from '../operation.ts';
import { withResourcePolicy } from '../resource-policy.ts';
import { withTags } from '../tags.ts';
import { badParameter, deletionFault, ofSecret, secretsOf, withSecret } from './secret.ts';

const DAY = 86_400_000;
/** Days. Source: api-secretsmanager. */
const WINDOW = { least: 7, most: 30 };

const deleteSecret = ofSecret(
  'DeleteSecret',
  ({ cloud }, input, { owner, arn, secret }) => {
    const days = numberOf(input, 'RecoveryWindowInDays');
    const atOnce = flagOf(input, 'ForceDeleteWithoutRecovery') === true;
    if (days !== undefined && atOnce)
      return badParameter(
        "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
      );
    if (days !== undefined && (days < WINDOW.least || days > WINDOW.most))
      return badParameter('The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).');
    const names = { ARN: arn, Name: secret.name };
    if (atOnce) {
      const bare = withTags(withResourcePolicy(cloud, owner, arn, undefined), arn, {});
      const secrets = without(secretsOf(owner).secrets, arn);
      return {
        cloud: withAccount(cloud, { ...bare, secrets: { secrets } }),
        reply: { ...names, DeletionDate: cloud.time },
      };
    }
    const stop = deletionFault(secret);
    if (stop) return stop;
    const gone = cloud.time + (days ?? WINDOW.most) * DAY;
    const next = { ...secret, deleted: { asked: cloud.time, gone } };
    return { cloud: withSecret(cloud, owner, arn, next), reply: { ...names, DeletionDate: gone } };
  },
  {
    keys: (input) => {
      const days = numberOf(input, 'RecoveryWindowInDays');
      const atOnce = flagOf(input, 'ForceDeleteWithoutRecovery');
      return {
        ...(days === undefined ? {} : { 'secretsmanager:RecoveryWindowInDays': String(days) }),
        ...(atOnce === undefined ? {} : { 'secretsmanager:ForceDeleteWithoutRecovery': String(atOnce) }),
      };
    },
  },
);

const restoreSecret = ofSecret('RestoreSecret', ({ cloud }, _input, { owner, arn, secret }) => {
  const { deleted, ...kept } = secret;
  const reply = { ARN: arn, Name: secret.name };
  return { cloud: deleted ? withSecret(cloud, owner, arn, kept) : cloud, reply };
});

export const DELETION: readonly Operation[] = [deleteSecret, restoreSecret];
