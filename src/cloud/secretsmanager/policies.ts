// Policies on secrets, and the tags of secrets.
import { lookup, withAccount, type Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { flagOf, present, textOf, textsOf, type Operation } from '../operation.ts';
import { policyFault } from '../policy-fault.ts';
import { isPublicPolicy } from '../public-access.ts';
import { unpinned } from '../pins.ts';
import { withResourcePolicy } from '../resource-policy.ts';
import { requestTagKeys, tagsIn, tagsOf, withTags } from '../tags.ts';
import { badParameter, deletionFault, findSecret, noSecret, ofSecret, rewords } from './secret.ts';

/** What Secrets Manager says of a document that it does not take. Source: api-secretsmanager. */
function documentFault(cloud: Cloud, text: string): Refused | undefined {
  const wrong = policyFault(cloud, text, 'resource');
  if (!wrong) return undefined;
  const what = wrong.message.startsWith('Invalid principal') ? 'an unsupported principal' : 'a syntax error';
  return fault('MalformedPolicyDocumentException', `This resource policy contains ${what}.`);
}

const BROAD = 'The resource policy did not prevent broad access to the secret.';

const putResourcePolicy = ofSecret(
  'PutResourcePolicy',
  ({ cloud }, input, { owner, arn, secret }) => {
    const text = textOf(input, 'ResourcePolicy');
    const stop = deletionFault(secret) ?? documentFault(cloud, text);
    if (stop) return stop;
    if (flagOf(input, 'BlockPublicPolicy') === true && isPublicPolicy(text))
      return fault('PublicPolicyException', BROAD);
    return {
      cloud: withAccount(cloud, withResourcePolicy(cloud, owner, arn, text)),
      reply: { ARN: arn, Name: secret.name },
    };
  },
  {
    keys: (input) => ({
      'secretsmanager:BlockPublicPolicy': String(flagOf(input, 'BlockPublicPolicy') ?? false),
    }),
  },
);

const getResourcePolicy = ofSecret('GetResourcePolicy', ({ cloud }, _input, { owner, arn, secret }) => {
  const stop = deletionFault(secret);
  if (stop) return stop;
  const kept = lookup(owner.resourcePolicies ?? {}, arn);
  const text = kept && unpinned(cloud, kept.text, kept.pins);
  return { cloud, reply: present({ ARN: arn, Name: secret.name, ResourcePolicy: text }) };
});

const deleteResourcePolicy = ofSecret('DeleteResourcePolicy', ({ cloud }, _input, { owner, arn, secret }) => {
  const stop = deletionFault(secret);
  if (stop) return stop;
  return {
    cloud: withAccount(cloud, withResourcePolicy(cloud, owner, arn, undefined)),
    reply: { ARN: arn, Name: secret.name },
  };
});

/** Would the policy be taken, and does it keep strangers out? The secret may be left out. */
const validateResourcePolicy: Operation = {
  name: 'secretsmanager:ValidateResourcePolicy',
  needs: (site, input) => {
    const id = textOf(input, 'SecretId');
    const on = id === '' ? '*' : (findSecret(site, id)?.arn ?? id);
    return [{ action: 'secretsmanager:ValidateResourcePolicy', on }];
  },
  run: (site, input) => {
    const { cloud } = site;
    const id = textOf(input, 'SecretId');
    const text = textOf(input, 'ResourcePolicy');
    if (id !== '' && !findSecret(site, id)) return noSecret();
    const wrong = documentFault(cloud, text);
    if (wrong) return wrong;
    const isPublic = isPublicPolicy(text);
    const errors = isPublic ? [{ CheckName: 'BLOCK_PUBLIC_POLICY', ErrorMessage: BROAD }] : [];
    return { cloud, reply: { PolicyValidationPassed: !isPublic, ValidationErrors: errors } };
  },
  rewords,
};

/** Source: api-secretsmanager. */
const MOST_TAGS = 50;

const tagResource = ofSecret(
  'TagResource',
  ({ cloud }, input, { owner, arn, secret }) => {
    const tags = { ...tagsOf(owner, arn), ...tagsIn(input) };
    const stop = deletionFault(secret);
    if (stop) return stop;
    if (Object.keys(tags).length > MOST_TAGS)
      return badParameter(`The number of tags can't exceed ${MOST_TAGS}.`);
    return { cloud: withAccount(cloud, withTags(owner, arn, tags)), reply: {} };
  },
  { keys: (input) => requestTagKeys(tagsIn(input)) },
);

const untagResource = ofSecret(
  'UntagResource',
  ({ cloud }, input, { owner, arn, secret }) => {
    const stop = deletionFault(secret);
    if (stop) return stop;
    const gone = new Set(textsOf(input, 'TagKeys'));
    const left = Object.entries(tagsOf(owner, arn)).filter(([key]) => !gone.has(key));
    return { cloud: withAccount(cloud, withTags(owner, arn, Object.fromEntries(left))), reply: {} };
  },
  { keys: (input) => ({ 'aws:TagKeys': textsOf(input, 'TagKeys') }) },
);

export const SECRET_POLICIES: readonly Operation[] = [
  ...[putResourcePolicy, getResourcePolicy, deleteResourcePolicy, validateResourcePolicy],
  ...[tagResource, untagResource],
];
