// Making secrets and giving them other values.
import type { Context } from '#evaluator';
import { fault, isRefused } from '../fault.ts';
import { issueText } from '../ids.ts';
import { present, textOf, textsOf, type Input, type Operation } from '../operation.ts';
import { requestTagKeys, tagsIn, withTags } from '../tags.ts';
import { encryptionFault, keyPairs, keyPairsOf } from './sealed.ts';
import {
  badParameter,
  badRequest,
  deletionFault,
  ofSecret,
  presentSecrets,
  rewords,
  secretArn,
  withSecret,
} from './secret.ts';
import type { Secret } from './state.ts';
import { CURRENT, hasValue, issueVersionId, known, tokenIsTaken, valueIn, withVersion } from './versions.ts';

const NAME = /^[\w/+=.@!-]{1,512}$/;

/** What a request says of a secret. Source: secretsmanager-actions. */
function givenKeys(input: Input): Context {
  const description = input['Description'];
  const key = input['KmsKeyId'];
  return {
    ...(typeof description === 'string' ? { 'secretsmanager:Description': description } : {}),
    ...(typeof key === 'string' ? { 'secretsmanager:KmsKeyId': key } : {}),
  };
}

/** Six letters at the end keep a new secret from having the ARN of an old one. Source: api-secretsmanager. */
const createSecret: Operation = {
  name: 'secretsmanager:CreateSecret',
  needs: (site, input) => {
    const { cloud, account, region } = site;
    const name = textOf(input, 'Name');
    const arn = secretArn(account.id, region, `${name}-${issueText(cloud, 6).id}`);
    const context = {
      'secretsmanager:Name': name,
      ...givenKeys(input),
      ...requestTagKeys(tagsIn(input)),
    };
    const key = textOf(input, 'KmsKeyId');
    const keys = keyPairs(site, { key, arn, version: '' }, ['GenerateDataKey', 'Decrypt']);
    if (isRefused(keys)) return keys;
    return [
      { action: 'secretsmanager:CreateSecret', on: arn, context },
      ...(input['Tags'] === undefined ? [] : [{ action: 'secretsmanager:TagResource', on: arn, context }]),
      ...keys,
    ];
  },
  run: (site, input) => {
    const { account, region } = site;
    const name = textOf(input, 'Name');
    if (!NAME.test(name))
      return badParameter(
        'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
      );
    const value = valueIn(input);
    if (isRefused(value)) return value;
    const suffix = issueText(site.cloud, 6);
    const version = issueVersionId(suffix.cloud, input);
    const there = presentSecrets(site.cloud, account, region).find(([, one]) => one.name === name);
    if (there?.[1].deleted)
      return badRequest(
        "You can't create this secret because a secret with this name is already scheduled for deletion.",
      );
    if (there && known(there[1], version.id, value) === 'same')
      return { cloud: site.cloud, reply: { ARN: there[0], Name: name, VersionId: version.id } };
    if (there)
      return fault(
        'ResourceExistsException',
        `The operation failed because the secret ${name} already exists.`,
      );
    const key = textOf(input, 'KmsKeyId');
    const stop = encryptionFault(site, key);
    if (stop) return stop;
    const arn = secretArn(account.id, region, `${name}-${suffix.id}`);
    const { cloud, id } = hasValue(input) ? version : { cloud: suffix.cloud, id: undefined };
    const description = textOf(input, 'Description');
    const type = textOf(input, 'Type');
    const secret: Secret = {
      name,
      created: cloud.time,
      changed: cloud.time,
      ...(description === '' ? {} : { description }),
      ...(key === '' ? {} : { key }),
      ...(type === '' ? {} : { type }),
      versions: id === undefined ? [] : [{ id, created: cloud.time, stages: [CURRENT], ...value }],
    };
    return {
      cloud: withSecret(cloud, withTags(account, arn, tagsIn(input)), arn, secret),
      reply: present({ ARN: arn, Name: name, VersionId: id }),
    };
  },
  rewords,
};

/** A new value, under the labels that the caller gives, else as the current one. */
const putSecretValue = ofSecret(
  'PutSecretValue',
  (site, input, { owner, arn, secret }) => {
    const stages = input['VersionStages'] === undefined ? [CURRENT] : textsOf(input, 'VersionStages');
    const value = valueIn(input);
    if (isRefused(value)) return value;
    if (!hasValue(input)) return badRequest('You must provide either SecretString or SecretBinary.');
    const stop = deletionFault(secret) ?? encryptionFault({ ...site, account: owner }, secret.key);
    if (stop) return stop;
    const { cloud, id } = issueVersionId(site.cloud, input);
    const reply = { ARN: arn, Name: secret.name, VersionId: id, VersionStages: stages };
    const before = known(secret, id, value);
    if (before === 'other') return tokenIsTaken(id, arn);
    if (before === 'same') return { cloud, reply };
    const first = secret.versions.length === 0 && !stages.includes(CURRENT) ? [CURRENT] : [];
    const version = { id, created: cloud.time, stages: [...stages, ...first], ...value };
    const next = { ...secret, changed: cloud.time, versions: withVersion(secret.versions, version) };
    return { cloud: withSecret(cloud, owner, arn, next), reply };
  },
  {
    more: (site, input, found) =>
      keyPairsOf(site, found, {
        version: textOf(input, 'ClientRequestToken'),
        actions: ['GenerateDataKey', 'Decrypt'],
      }),
  },
);

const updateSecret = ofSecret(
  'UpdateSecret',
  (site, input, { owner, arn, secret }) => {
    const value = valueIn(input);
    if (isRefused(value)) return value;
    const key = textOf(input, 'KmsKeyId') || secret.key;
    const stop = deletionFault(secret) ?? encryptionFault({ ...site, account: owner }, key);
    if (stop) return stop;
    const told: Secret = {
      ...secret,
      changed: site.cloud.time,
      ...(input['Description'] === undefined ? {} : { description: textOf(input, 'Description') }),
      ...(key === undefined ? {} : { key }),
    };
    const names = { ARN: arn, Name: secret.name };
    if (!hasValue(input)) return { cloud: withSecret(site.cloud, owner, arn, told), reply: names };
    const { cloud, id } = issueVersionId(site.cloud, input);
    const before = known(secret, id, value);
    if (before === 'other') return tokenIsTaken(id, arn);
    const version = { id, created: cloud.time, stages: [CURRENT], ...value };
    const versions = before === 'same' ? secret.versions : withVersion(secret.versions, version);
    return {
      cloud: withSecret(cloud, owner, arn, { ...told, versions }),
      reply: { ...names, VersionId: id },
    };
  },
  {
    keys: givenKeys,
    more: (site, input, found) => {
      const { owner, arn, secret } = found;
      const key = textOf(input, 'KmsKeyId') || secret.key;
      if (!hasValue(input) && key === secret.key) return [];
      const version = textOf(input, 'ClientRequestToken');
      return keyPairs({ ...site, account: owner }, { key, arn, version }, ['GenerateDataKey', 'Decrypt']);
    },
  },
);

export const WRITING: readonly Operation[] = [createSecret, putSecretValue, updateSecret];
