// A refusal as AWS words it, read: who, what, on what, which kind of no, which kind of policy, whose. Source:
// ug-troubleshoot-access-denied. It decides nothing.
import type { PolicyKind } from '#evaluator';
import { bareIn, type Bare } from './bare.ts';
import { joined, loose, unwrapped } from './wrapped.ts';

export interface Caller {
  readonly arn: string;
  readonly kind: 'user' | 'root' | 'session' | 'federated' | 'anonymous' | 'other';
  readonly account?: string;
  readonly name: string;
}

export interface Refusal {
  readonly code?: string;
  readonly operation?: string;
  readonly caller: Caller;
  readonly action: string;
  readonly resource?: { readonly arn: string; readonly account?: string };
  /** KMS names the key by what was encrypted with it. */
  readonly ofCiphertext?: true;
  /** KMS tells three reasons at once: no such key there, a silent policy of the key, or a Deny in it. */
  readonly isOneOfThree?: true;
  /** Absent where AWS tells a stranger nothing. */
  readonly reason?: {
    readonly effect: 'silent' | 'deny';
    readonly kind: PolicyKind;
    readonly policy?: string;
  };
  /** What DecodeAuthorizationMessage would decode. */
  readonly encoded?: string;
}

/** Failures that come before any policy is read. */
export const BEFORE = ['expired', 'unknownKey', 'signature', 'noCredentials', 'authFailure'] as const;

export type Read =
  | { readonly refusal: Refusal }
  | { readonly bare: Bare }
  | { readonly before: (typeof BEFORE)[number] }
  | { readonly fault: 'empty' | 'tooLong' | 'notOne' | 'noAction' };

const LONGEST = 20_000;

const KINDS: readonly (readonly [PolicyKind, string])[] = [
  ['identity', 'identity-based policy'],
  ['resource', 'resource-based policy'],
  ['trust', 'role trust policy'],
  ['boundary', 'permissions boundary'],
  ['session', 'session policy'],
  ['scp', 'service control policy'],
  ['rcp', 'resource control policy'],
  ['vpce', 'VPC endpoint policy'],
];

const EARLY: readonly (readonly [(typeof BEFORE)[number], RegExp])[] = [
  ['noCredentials', /unable to locate credentials/i],
  ['expired', /token (?:included in the request is|has) expired|\((?:ExpiredToken|RequestExpired)\w*\)/i],
  ['signature', /SignatureDoesNotMatch|InvalidSignature|request signature we calculated/i],
  [
    'unknownKey',
    /InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|security token included in the request is invalid/i,
  ],
  ['authFailure', /\(AuthFailure\)|<Code>AuthFailure<|^AuthFailure\b/],
];

/** Where an ARN ends that may be broken by a line's end: at a blank or a sign, or where the sentence goes on. */
const GOES_ON = [
  'because ',
  'with an explicit deny',
  'Encoded authorization',
  'on resource:',
  'on the resource',
];
const STOP = `[ "<\\\\]|\\n(?:${GOES_ON.map(loose).join('|')})|$`;
const END = `(?=${STOP})`;
const HEAD = new RegExp(
  `${loose('User:')}[ \\n](?<caller>[^ "<]{1,2000}?)[ \\n]${loose('is not authorized to perform')}(?:\\n?:)?(?:[ \\n](?<rest>.*))?$`,
  'is',
);
const ACTION = new RegExp(`^(?<action>[\\w\\n-]+:[\\w\\n]+?)(?=[.,(]|${STOP})`);
const QUOTED = new RegExp(`${loose('on resource:')}[ \\n]\\\\?"(?<arn>[^"\\\\]+)`, 'i');
const PLAIN = new RegExp(`${loose('on resource:')}[ \\n](?<arn>[^ "<]+?)${END}`, 'i');
const CIPHERTEXT = new RegExp(loose('associated with this ciphertext'), 'i');
const THREE = new RegExp(loose('no resource-based policies allow access'), 'i');
const ENCODED = new RegExp(
  `${loose('Encoded authorization failure message:')}[ \\n](?<encoded>[\\w\\n+/=-]+)`,
  'i',
);
const OUTER = new RegExp(
  `\\((?<code>[\\w\\n]+)\\)[ \\n]${loose('when calling the ')}(?<operation>[\\w\\n]+)[ \\n]${loose('operation')}`,
);

/** @param pasted what somebody copied, with line breaks wherever the terminal put them */
export function readRefusal(pasted: string): Read {
  if (pasted.length > LONGEST) return { fault: 'tooLong' };
  if (pasted.trim() === '') return { fault: 'empty' };
  const spaced = pasted.replace(/\s+/g, ' ').trim();
  const unbroken = pasted.replace(/\r?\n/g, '').trim();
  const early = EARLY.find(([, pattern]) => pattern.test(spaced) || pattern.test(unbroken));
  if (early) return { before: early[0] };
  const { text, code } = unwrapped(pasted);
  const outer = { ...(code === undefined ? {} : { code }), ...outerOf(text) };
  const found = HEAD.exec(text)?.groups;
  if (!found) {
    const bare = bareIn(text);
    return bare ? { bare: { ...bare, ...outer, ...encodedIn(text) } } : { fault: 'notOne' };
  }
  const rest = found['rest'] ?? '';
  const action = ACTION.exec(rest)?.groups?.['action'];
  if (action === undefined) return { fault: 'noAction' };
  const arn = (QUOTED.exec(rest) ?? PLAIN.exec(rest))?.groups?.['arn'];
  const resource = arn === undefined ? undefined : joined(arn).replace(/[.,]$/, '');
  const reason = reasonIn(rest);
  return {
    refusal: {
      ...outer,
      caller: callerOf(joined(found['caller'] ?? '')),
      action: joined(action),
      ...(resource === undefined ? {} : { resource: { arn: resource, ...accountIn(resource) } }),
      ...(CIPHERTEXT.test(rest) ? { ofCiphertext: true } : {}),
      ...(THREE.test(rest) ? { isOneOfThree: true } : {}),
      ...(reason ? { reason } : {}),
      ...encodedIn(text),
    },
  };
}

function outerOf(text: string): { readonly code?: string; readonly operation?: string } {
  const { code, operation } = OUTER.exec(text)?.groups ?? {};
  return code === undefined || operation === undefined
    ? {}
    : { code: joined(code), operation: joined(operation) };
}

function encodedIn(text: string): { readonly encoded?: string } {
  const encoded = ENCODED.exec(text)?.groups?.['encoded'];
  return encoded === undefined ? {} : { encoded: joined(encoded) };
}

function reasonIn(rest: string): Refusal['reason'] {
  for (const [kind, words] of KINDS) {
    if (new RegExp(loose(`because no ${words} allows`), 'i').test(rest)) return { effect: 'silent', kind };
    const deny = `${loose('with an explicit deny in ')}(?:a|a\\n?n|t\\n?h\\n?e)\\n?${loose(` ${words}`)}`;
    const denied = new RegExp(`${deny}(?:\\n?:[ \\n](?<policy>a\\n?r\\n?n\\n?:[^ "<]+?)${END})?`, 'i').exec(
      rest,
    );
    const named = denied?.groups?.['policy'];
    const policy = named === undefined ? undefined : joined(named).replace(/[.,]$/, '');
    if (denied) return { effect: 'deny', kind, ...(policy === undefined ? {} : { policy }) };
  }
  return undefined;
}

function accountIn(arn: string): { readonly account?: string } {
  const account = arn.split(':')[4] ?? '';
  return /^\d{12}$/.test(account) ? { account } : {};
}

function callerOf(arn: string): Caller {
  const resource = arn.split(':').slice(5).join(':');
  const [kind = '', ...names] = resource.split('/');
  const known = (
    { user: 'user', root: 'root', 'assumed-role': 'session', 'federated-user': 'federated' } as Partial<
      Record<string, Caller['kind']>
    >
  )[kind];
  if (arn === 'anonymous') return { arn, kind: 'anonymous', name: arn };
  const name = known === 'session' ? (names[0] ?? '') : (names.at(-1) ?? arn);
  return { arn, kind: known ?? 'other', name: known === 'root' ? 'root' : name, ...accountIn(arn) };
}

/** Whose it is to mend: the account of the caller or of the resource, or the organization of either. */
export function ownerOf(
  kind: PolicyKind,
): 'caller' | 'resource' | 'callersOrganization' | 'resourcesOrganization' | 'network' {
  if (kind === 'scp') return 'callersOrganization';
  if (kind === 'rcp') return 'resourcesOrganization';
  if (kind === 'vpce') return 'network';
  return kind === 'resource' || kind === 'trust' ? 'resource' : 'caller';
}
