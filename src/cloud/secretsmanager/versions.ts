// Versions of a secret and the labels on them: the current one, the one before, and those that callers give.
import type { Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { issueUuid } from '../ids.ts';
import { textOf, type Input } from '../operation.ts';
import { badParameter } from './secret.ts';
import type { Secret, SecretVersion } from './state.ts';

export const CURRENT = 'AWSCURRENT';
const PREVIOUS = 'AWSPREVIOUS';
/** Versions without a label are forgotten when there are more. Source: api-secretsmanager. */
const MOST_KEPT = 100;

/** The value in an input: a text or bytes. */
export function valueIn(input: Input): Pick<SecretVersion, 'text' | 'binary'> | Refused {
  const text = input['SecretString'];
  const binary = input['SecretBinary'];
  if (text !== undefined && binary !== undefined)
    return badParameter(
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  return {
    ...(typeof text === 'string' ? { text } : {}),
    ...(typeof binary === 'string' ? { binary } : {}),
  };
}

/** Does the input hold a value? */
export function hasValue(input: Input): boolean {
  return input['SecretString'] !== undefined || input['SecretBinary'] !== undefined;
}

/** The id of a new version: the caller's token, else one of the cloud's. */
export function issueVersionId(cloud: Cloud, input: Input): ReturnType<typeof issueUuid> {
  const token = textOf(input, 'ClientRequestToken');
  return token === '' ? issueUuid(cloud) : { cloud, id: token };
}

/** A version of this id, with the same value or another one. */
export function known(
  secret: Secret,
  id: string,
  value: Pick<SecretVersion, 'text' | 'binary'>,
): 'same' | 'other' | undefined {
  const version = secret.versions.find((one) => one.id === id);
  if (!version) return undefined;
  return version.text === value.text && version.binary === value.binary ? 'same' : 'other';
}

export function tokenIsTaken(id: string, arn: string): Refused {
  return fault(
    'ResourceExistsException',
    `You can't use ClientRequestToken ${id} because that value is already in use for a version of secret ${arn}.`,
  );
}

/** The versions with a new one. Its labels leave the others; where the current one goes, it becomes the one before. */
export function withVersion(
  versions: readonly SecretVersion[],
  version: SecretVersion,
): readonly SecretVersion[] {
  const takes = new Set(version.stages);
  const becomesCurrent = takes.has(CURRENT);
  const left = versions.map((one) => {
    const wasCurrent = becomesCurrent && one.stages.includes(CURRENT);
    const kept = one.stages.filter((stage) => !takes.has(stage) && !(becomesCurrent && stage === PREVIOUS));
    return { ...one, stages: wasCurrent ? [...kept, PREVIOUS] : kept };
  });
  return [version, ...left].filter((one, i) => one.stages.length > 0 || i < MOST_KEPT);
}

/** The version that an input asks for: by id, by label, the current one where nothing is said. */
export function versionIn({ versions }: Secret, input: Input): SecretVersion | Refused {
  const id = textOf(input, 'VersionId');
  const stage = textOf(input, 'VersionStage');
  const version =
    id === ''
      ? versions.find(({ stages }) => stages.includes(stage || CURRENT))
      : versions.find((one) => one.id === id);
  if (!version)
    return fault(
      'ResourceNotFoundException',
      `Secrets Manager can't find the specified secret value for ${id === '' ? `staging label: ${stage || CURRENT}` : `VersionId: ${id}`}`,
    );
  return id !== '' && stage !== '' && !version.stages.includes(stage)
    ? fault(
        'InvalidRequestException',
        'You provided a VersionStage that is not associated to the provided VersionId.',
      )
    : version;
}

/** Labels by version, of those that have some. */
export function stagesByVersion({ versions }: Secret): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    versions.filter(({ stages }) => stages.length > 0).map(({ id, stages }) => [id, stages]),
  );
}
