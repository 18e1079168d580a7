// Reading secrets: their values, what is known of them, and lists.
import { isRefused } from '../fault.ts';
import {
  flagOf,
  present,
  structuresOf,
  textOf,
  textsOf,
  type Done,
  type Input,
  type Operation,
  type Reply,
} from '../operation.ts';
import { fault } from '../fault.ts';
import type { Account, Cloud } from '../cloud.ts';
import { pageOf } from '../paging.ts';
import { tagList, tagsOf } from '../tags.ts';
import { decryptionFault, keyPairsOf } from './sealed.ts';
import { badRequest, deletionFault, ofSecret, presentSecrets, rewords, withSecret } from './secret.ts';
import type { Secret, SecretVersion } from './state.ts';
import { stagesByVersion, versionIn } from './versions.ts';

const DAY = 86_400_000;
/** When something was last read is known to the day. */
const dayOf = (time: number): number => Math.floor(time / DAY) * DAY;

const getSecretValue = ofSecret(
  'GetSecretValue',
  (site, input, { owner, arn, secret }) => {
    const { cloud, account } = site;
    const stop = deletionFault(secret);
    if (stop) return stop;
    if (owner.id !== account.id && secret.key === undefined)
      return badRequest(
        "You can't access a secret from a different AWS account if you encrypt the secret with the default KMS service key.",
      );
    const version = versionIn(secret, input);
    if (isRefused(version)) return version;
    const sealed = decryptionFault({ ...site, account: owner }, secret.key);
    if (sealed) return sealed;
    const accessed = dayOf(cloud.time);
    const read = secret.versions.map((one) => (one === version ? { ...one, accessed } : one));
    return {
      cloud: withSecret(cloud, owner, arn, { ...secret, accessed, versions: read }),
      reply: present({
        ARN: arn,
        Name: secret.name,
        VersionId: version.id,
        SecretBinary: version.binary,
        SecretString: version.text,
        VersionStages: version.stages,
        CreatedDate: version.created,
      }),
    };
  },
  {
    keys: (input) => ({
      ...(textOf(input, 'VersionId') === ''
        ? {}
        : { 'secretsmanager:VersionId': textOf(input, 'VersionId') }),
      'secretsmanager:VersionStage': textOf(input, 'VersionStage') || 'AWSCURRENT',
    }),
    more: (site, input, found) => {
      const version = versionIn(found.secret, input);
      return keyPairsOf(site, found, {
        version: isRefused(version) ? '' : version.id,
        actions: ['Decrypt'],
      });
    },
  },
);

function about(account: Account, arn: string, secret: Secret): Reply {
  const { name, type, description, key, changed, accessed, deleted, created } = secret;
  const tags = tagList(tagsOf(account, arn));
  return present({
    ARN: arn,
    Name: name,
    Type: type,
    Description: description,
    KmsKeyId: key,
    LastChangedDate: changed,
    LastAccessedDate: accessed,
    DeletedDate: deleted?.asked,
    Tags: tags.length > 0 ? tags : undefined,
    CreatedDate: created,
  });
}

const stagesOf = (secret: Secret): Reply | undefined =>
  secret.versions.length > 0 ? stagesByVersion(secret) : undefined;

const describeSecret = ofSecret('DescribeSecret', ({ cloud }, _input, { owner, arn, secret }) => ({
  cloud,
  reply: present({ ...about(owner, arn, secret), VersionIdsToStages: stagesOf(secret) }),
}));

/** One page of a list as Secrets Manager answers it. */
function paged(cloud: Cloud, input: Input, member: string, all: readonly unknown[], more: Reply = {}): Done {
  const page = pageOf(input, all, { size: 'MaxResults', token: 'NextToken', most: 100 });
  return page
    ? { cloud, reply: present({ [member]: page.items, NextToken: page.next, ...more }) }
    : fault('InvalidNextTokenException', 'Invalid pagination token.');
}

const SORTED: Readonly<Record<string, (secret: Secret) => string | number>> = {
  name: ({ name }) => name,
  'last-changed-date': ({ changed }) => changed,
  'last-accessed-date': ({ accessed }) => accessed ?? 0,
};

/** By name the beginning counts, ignoring no case; of a description every word. `!` before a value turns it round. */
function fits(account: Account, [arn, secret]: readonly [string, Secret], filter: Input): boolean {
  const tags = Object.entries(tagsOf(account, arn));
  const texts: Readonly<Record<string, readonly string[]>> = {
    name: [secret.name],
    description: [secret.description ?? '', ...(secret.description ?? '').split(/\s+/)],
    'tag-key': tags.map(([key]) => key),
    'tag-value': tags.map(([, value]) => value),
    'primary-region': [],
    'owning-service': [],
  };
  const key = textOf(filter, 'Key');
  const own = key === 'all' ? Object.values(texts).flat() : (texts[key] ?? []);
  const starts = (wanted: string): boolean => own.some((text) => text.startsWith(wanted));
  return textsOf(filter, 'Values').some((wanted) =>
    wanted.startsWith('!') ? !starts(wanted.slice(1)) : starts(wanted),
  );
}

const listSecrets: Operation = {
  name: 'secretsmanager:ListSecrets',
  needs: () => [{ action: 'secretsmanager:ListSecrets', on: '*' }],
  run: ({ cloud, account, region }, input) => {
    const filters = structuresOf(input, 'Filters');
    const by = SORTED[textOf(input, 'SortBy')] ?? (({ created }: Secret) => created);
    const sign = textOf(input, 'SortOrder') === 'desc' ? -1 : 1;
    const found = presentSecrets(cloud, account, region)
      .filter(([, { deleted }]) => !deleted || flagOf(input, 'IncludePlannedDeletion') === true)
      .filter((one) => filters.every((filter) => fits(account, one, filter)))
      .toSorted(([, a], [, b]) => (by(a) < by(b) ? -sign : by(a) > by(b) ? sign : 0));
    const list = found.map(([arn, secret]) =>
      present({ ...about(account, arn, secret), SecretVersionsToStages: stagesOf(secret) }),
    );
    return paged(cloud, input, 'SecretList', list);
  },
  rewords,
};

function versionReply({ key }: Secret, { id, stages, accessed, created }: SecretVersion): Reply {
  return present({
    VersionId: id,
    VersionStages: stages.length > 0 ? stages : undefined,
    LastAccessedDate: accessed,
    CreatedDate: created,
    KmsKeyIds: [key ?? 'DefaultEncryptionKey'],
  });
}

const listSecretVersionIds = ofSecret('ListSecretVersionIds', ({ cloud }, input, { arn, secret }) => {
  const all = flagOf(input, 'IncludeDeprecated') === true;
  const versions = secret.versions.filter(({ stages }) => all || stages.length > 0);
  const names = { ARN: arn, Name: secret.name };
  return paged(
    cloud,
    input,
    'Versions',
    versions.map((one) => versionReply(secret, one)),
    names,
  );
});

export const READING: readonly Operation[] = [
  ...[getSecretValue, describeSecret, listSecrets, listSecretVersionIds],
];
