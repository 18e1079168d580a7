// An ARN taken apart, and what is wrong with its form. Sources: `ug-identifiers`, `s3-buckets`.

export const PARTS = ['prefix', 'partition', 'service', 'region', 'account', 'resource'] as const;
export type Part = (typeof PARTS)[number];

export type ArnFault =
  | { readonly code: 'empty' | 'tooLong' | 'spaces' }
  | { readonly code: 'fewParts'; readonly count: number }
  | { readonly code: FaultOfPart; readonly part: Part; readonly text: string };

type FaultOfPart =
  | 'prefix'
  | 'partition'
  | 'service'
  | 'serviceName'
  | 'account'
  | 'resource'
  | 'iamRegion'
  | 'iamAccount'
  | 'bucketPlace'
  | 'roleInSts'
  | 'sessionInIam'
  | 'sessionPath'
  | 'slash'
  | 'kind'
  | 'wildcardKind'
  | 'control'
  | 'noName'
  | 'collection'
  | 'iamName'
  | 'iamPath'
  | 'rootMore'
  | 'stsRegion'
  | 'stsAccount'
  | 'noRegion'
  | 'noAccount'
  | 'bucketName'
  | 'noKey';

export interface Anatomy {
  readonly parts: Readonly<Record<Part, string>>;
  /** What the resource is made of, as far as its service parts it. */
  readonly resource: Readonly<Partial<Record<'kind' | 'path' | 'bucket', string>>> & {
    readonly name: string;
  };
  readonly faults: readonly ArnFault[];
}

const LONGEST = 2048;
const PARTITIONS = /^(?:aws|aws-cn|aws-us-gov|aws-eusc|aws-iso(?:-[bef])?)$/;
const KINDS_OF_IAM = new Set([
  ...['root', 'user', 'group', 'role', 'policy', 'instance-profile', 'server-certificate', 'mfa', 'u2f'],
  ...['saml-provider', 'oidc-provider', 'contextProvider', 'role-template', 'sms-mfa', 'access-report'],
]);
/** Kinds of IAM whose names have a longest length. */
const LONGEST_NAME: Readonly<Partial<Record<string, number>>> = {
  user: 64,
  role: 64,
  group: 128,
  policy: 128,
  'instance-profile': 128,
};
/** Services whose every resource has a Region and an account, but for those of `NO_REGION`. */
const PLACED = new Set(['dynamodb', 'sqs', 'sns', 'kms', 'lambda', 'secretsmanager']);
const NO_REGION = /^global-table\//;

/** @returns its parts, or why it has none */
export function anatomyOf(text: string): Anatomy | { readonly fault: ArnFault } {
  if (text.trim() === '') return { fault: { code: 'empty' } };
  if (text.length > LONGEST) return { fault: { code: 'tooLong' } };
  if (text !== text.trim()) return { fault: { code: 'spaces' } };
  const pieces = text.split(':');
  if (pieces.length < PARTS.length) return { fault: { code: 'fewParts', count: pieces.length } };
  const [prefix = '', partition = '', service = '', region = '', account = '', ...rest] = pieces;
  const parts = { prefix, partition, service, region, account, resource: rest.join(':') };
  return { parts, resource: resourceOf(parts), faults: faultsOf(parts) };
}

function resourceOf({ service, resource }: Anatomy['parts']): Anatomy['resource'] {
  if (service === 's3') {
    const [bucket = '', ...key] = resource.split('/');
    return key.length === 0 ? { name: bucket } : { bucket, name: key.join('/') };
  }
  const [, kind, rest] = /^([^:/]+)[:/](.+)$/s.exec(resource) ?? [];
  if (kind === undefined || rest === undefined) return { name: resource };
  const at = service === 'iam' ? rest.lastIndexOf('/') : -1;
  return at < 0
    ? { kind, name: rest }
    : { kind, path: `/${rest.slice(0, at + 1)}`, name: rest.slice(at + 1) };
}

function faultsOf(parts: Anatomy['parts']): readonly ArnFault[] {
  const { prefix, partition, service, account, resource } = parts;
  const faults: ArnFault[] = [];
  const say = (code: FaultOfPart, part: Part, text: string = parts[part]): void => {
    faults.push({ code, part, text });
  };
  for (const part of PARTS) if (/\p{Cc}/u.test(parts[part])) say('control', part);
  if (faults.length > 0) return faults;
  if (prefix !== 'arn') say('prefix', 'prefix');
  if (!PARTITIONS.test(partition) && !isPattern(partition)) say('partition', 'partition');
  if (service === '') say('service', 'service');
  else if (isPattern(service)) say('wildcardKind', 'service');
  else if (!/^[a-z0-9-]+$/.test(service)) say('serviceName', 'service');
  const mayBeAws = service === 'iam' && /^(?:policy|contextProvider|role-template)\b/.test(resource);
  if (account !== '' && !/^\d{12}$/.test(account) && !isPattern(account) && !(mayBeAws && account === 'aws'))
    say('account', 'account');
  if (resource === '') say('resource', 'resource');
  else if (service === 'iam') faultsOfIam(parts, say);
  else if (service === 'sts') faultsOfSts(parts, say);
  else if (service === 's3') faultsOfS3(parts, say);
  else if (PLACED.has(service)) faultsOfPlaced(parts, say);
  return faults;
}

type Say = (code: FaultOfPart, part: Part, text?: string) => void;

function faultsOfIam({ region, account, resource }: Anatomy['parts'], say: Say): void {
  if (region !== '' && region !== '*') say('iamRegion', 'region');
  if (account === '') say('iamAccount', 'account');
  const [kind = ''] = resource.split(/[/:]/, 1);
  if (kind === 'assumed-role' || kind === 'federated-user') say('sessionInIam', 'service');
  else if (isPattern(kind)) return;
  else if (!KINDS_OF_IAM.has(kind)) say('kind', 'resource', kind);
  else if (kind === 'root') {
    if (resource !== 'root') say('rootMore', 'resource');
  } else if (resource[kind.length] !== '/') say('slash', 'resource', kind);
  else faultsOfName(kind, filled(resource).slice(kind.length + 1), say);
}

/** @param behind the path and the name, with a letter for whatever is a pattern */
function faultsOfName(kind: string, behind: string, say: Say): void {
  const path = behind.slice(0, behind.lastIndexOf('/') + 1);
  const name = behind.slice(path.length);
  const longest = LONGEST_NAME[kind];
  if (name === '') say('collection', 'resource');
  else if (longest !== undefined && (!/^[\w+=,.@-]+$/.test(name) || name.length > longest))
    say('iamName', 'resource', `${kind} ${longest}`);
  if (!/^[\x21-\x7E]*$/.test(path)) say('iamPath', 'resource');
}

function faultsOfSts({ region, account, resource }: Anatomy['parts'], say: Say): void {
  if (region !== '' && region !== '*') say('stsRegion', 'region');
  if (account === '') say('stsAccount', 'account');
  const [kind = '', ...rest] = resource.split('/');
  if (kind === 'role') say('roleInSts', 'service');
  if (kind === 'assumed-role' && !isPattern(resource) && (rest.length !== 2 || rest.includes('')))
    say('sessionPath', 'resource');
  if (kind === 'federated-user' && rest.join('/') === '') say('noName', 'resource');
}

function faultsOfPlaced({ region, account, resource }: Anatomy['parts'], say: Say): void {
  if (region === '' && !NO_REGION.test(resource)) say('noRegion', 'region');
  if (account === '') say('noAccount', 'account');
  if (/[:/]$/.test(resource)) say('noName', 'resource');
}

/** Buckets and objects; access points and the like have both parts. */
function faultsOfS3({ region, account, resource }: Anatomy['parts'], say: Say): void {
  if (/^(?:accesspoint|job|storage-lens)[/:]/.test(resource)) return;
  if (region !== '') say('bucketPlace', 'region');
  else if (account !== '') say('bucketPlace', 'account');
  const [bucket = '', ...key] = resource.split('/');
  const isName = isPattern(bucket)
    ? /^[a-z0-9.-]*$/.test(filled(bucket))
    : /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) && !/\.\.|^\d+(?:\.\d+){3}$/.test(bucket);
  if (!isName) say('bucketName', 'resource', bucket);
  if (key.length === 1 && key[0] === '') say('noKey', 'resource');
}

/** A letter stands for each variable and wildcard, since it may stand for any text. */
const filled = (text: string): string => text.replace(/\$\{[^}]*\}|[*?]/g, 'x');

const isPattern = (text: string): boolean => /[*?]|\$\{/.test(text);
