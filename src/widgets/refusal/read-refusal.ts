// A refusal as AWS words it, read: who, what, on what, which kind of no, which kind of policy, whose. Source:
// ug-troubleshoot-access-denied. It decides nothing.
import type { PolicyKind } from '#evaluator';

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
export const BEFORE = ['expired', 'unknownKey', 'signature', 'noCredentials'] as const;

export type Read =
  | { readonly refusal: Refusal }
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
];

/** @param pasted what somebody copied, with line breaks wherever the terminal put them */
export function readRefusal(pasted: string): Read {
  if (pasted.length > LONGEST) return { fault: 'tooLong' };
  const text = pasted.replace(/\s+/g, ' ').trim();
  if (text === '') return { fault: 'empty' };
  const early = EARLY.find(([, pattern]) => pattern.test(text));
  if (early) return { before: early[0] };
  const found = /User: (?<caller>\S+) is not authorized to perform:?(?: (?<rest>.*))?$/i.exec(text)?.groups;
  if (!found) return { fault: 'notOne' };
  const rest = found['rest'] ?? '';
  const action = /^[\w-]+:\w+/.exec(rest)?.[0];
  if (action === undefined) return { fault: 'noAction' };
  const resource = /\bon resource: "?(?<arn>[^\s"]+)"?/i.exec(rest)?.groups?.['arn'];
  const encoded = /Encoded authorization failure message: (\S+)/i.exec(text)?.[1];
  const outer = /\((?<code>\w+)\) when calling the (?<operation>\w+) operation/.exec(text)?.groups;
  const reason = reasonIn(rest);
  return {
    refusal: {
      ...(outer ? { code: outer['code'] ?? '', operation: outer['operation'] ?? '' } : {}),
      caller: callerOf(found['caller'] ?? ''),
      action,
      ...(resource === undefined ? {} : { resource: { arn: resource, ...accountIn(resource) } }),
      ...(reason ? { reason } : {}),
      ...(encoded === undefined ? {} : { encoded }),
    },
  };
}

function reasonIn(rest: string): Refusal['reason'] {
  for (const [kind, words] of KINDS) {
    if (new RegExp(`because no ${words} allows`, 'i').test(rest)) return { effect: 'silent', kind };
    const deny = new RegExp(`with an explicit deny in (?:an?|the) ${words}(?:: (?<policy>arn:\\S+))?`, 'i');
    const denied = deny.exec(rest);
    const policy = denied?.groups?.['policy']?.replace(/[.,]$/, '');
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
