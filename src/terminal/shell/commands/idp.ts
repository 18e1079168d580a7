// `idp`: what people get from an identity provider outside AWS, a token, a SAML response, its metadata. It calls no AWS.
import {
  idpOf,
  issueAssertion,
  issueToken,
  metadataOf,
  type Issued,
  type WantedAssertion,
} from '#cloud/services';
import type { Cloud } from '#cloud';
import { failed, said, type Ran, type ShellCommand } from '../command.ts';

const USAGE = `usage: idp list
       idp token [--issuer ISSUER] [--audience AUDIENCE] --sub SUBJECT [--claim NAME=VALUE]… [--expires-in SECONDS]
       idp saml [--provider NAME] --user USER --role-arn ROLE --provider-arn PROVIDER
                [--session-name NAME] [--duration SECONDS] [--tag KEY=VALUE]… [--transitive KEY]…
                [--source-identity NAME] [--attribute NAME=VALUE]…
       idp metadata [NAME]`;

/** @param cloud the world as it is when the command runs */
export function idpCommand(cloud: () => Cloud): ShellCommand {
  return { name: 'idp', run: ([name = 'help', ...args]) => run(cloud(), name, args) };
}

type Options = ReadonlyMap<string, readonly string[]>;

const COMMANDS: Readonly<Record<string, (cloud: Cloud, options: Options) => Issued>> = {
  list: (cloud) => ({ text: listOf(cloud) }),
  token: tokenOf,
  saml: assertionOf,
  metadata: (cloud, options) => metadataOf(cloud, first(options, '') ?? nameOf(cloud, 'saml')),
};

function run(cloud: Cloud, name: string, args: readonly string[]): Ran {
  if (name === 'help' || name === '--help' || name === '-h') return said(`${USAGE}\n`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return failed(2, `idp: there is no command \`${name}\`\n${USAGE}`);
  const options = read(args);
  if (typeof options === 'string') return failed(2, `idp: ${options}\n${USAGE}`);
  const issued = command(cloud, options);
  return 'text' in issued ? said(`${issued.text.trimEnd()}\n`) : failed(1, `idp: ${issued.problem}`);
}

/** Options with their values, repeated ones in their order; words without an option under the empty name. */
function read(args: readonly string[]): Options | string {
  const options = new Map<string, string[]>();
  for (let i = 0; i < args.length; i += 1) {
    const [, option = '', inline] = /^--([\w-]+)(?:=(.*))?$/s.exec(args[i] ?? '') ?? [];
    const value = option === '' ? args[i] : (inline ?? args[(i += 1)]);
    if (value === undefined) return `\`--${option}\` needs a value`;
    if (option !== '' && !KNOWN.has(option)) return `there is no option \`--${option}\``;
    options.set(option, [...(options.get(option) ?? []), value]);
  }
  return options;
}

const KNOWN: ReadonlySet<string> = new Set([
  ...['issuer', 'audience', 'sub', 'claim', 'expires-in', 'provider', 'user', 'role-arn', 'provider-arn'],
  ...['session-name', 'duration', 'tag', 'transitive', 'source-identity', 'attribute'],
]);

function first(options: Options, name: string): string | undefined {
  return options.get(name)?.[0];
}

/** The first provider of a kind. */
function nameOf({ idps = {} }: Cloud, kind: 'oidc' | 'saml'): string {
  return Object.entries(idps).find(([, idp]) => idp.kind === kind)?.[0] ?? '';
}

function listOf({ idps = {} }: Cloud): string {
  const lines = Object.entries(idps).map(([name, { kind, issuer, users }]) =>
    [name, kind, issuer, Object.keys(users).join(',')].join('\t').trimEnd(),
  );
  return lines.join('\n');
}

/** `NAME=VALUE`, the value as JSON where it is a list or a structure. */
function pairs(options: Options, name: string): readonly (readonly [string, string])[] {
  return (options.get(name) ?? []).map((text) => {
    const at = text.indexOf('=');
    return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  });
}

function valueOf(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function tokenOf(cloud: Cloud, options: Options): Issued {
  const subject = first(options, 'sub');
  if (subject === undefined) return { problem: '`--sub` is missing: whom the token is about' };
  const issuer = first(options, 'issuer') ?? nameOf(cloud, 'oidc');
  const lasts = Number(first(options, 'expires-in') ?? 300);
  return issueToken(cloud, {
    issuer: idpOf(cloud, issuer)?.issuer ?? issuer,
    audience: first(options, 'audience') ?? 'sts.amazonaws.com',
    subject,
    claims: Object.fromEntries(pairs(options, 'claim').map(([name, value]) => [name, valueOf(value)])),
    ...(Number.isFinite(lasts) ? { lasts } : {}),
  });
}

function assertionOf(cloud: Cloud, options: Options): Issued {
  const user = first(options, 'user');
  if (user === undefined) return { problem: '`--user` is missing: who signs in' };
  const providers = options.get('provider-arn') ?? [];
  const roles = (options.get('role-arn') ?? []).map((role, i) => ({
    role,
    provider: providers[i] ?? providers[0] ?? '',
  }));
  const one = (name: string, option: string): readonly (readonly [string, readonly string[]])[] => {
    const value = options.get(option);
    return value ? [[name, value]] : [];
  };
  const attributes: WantedAssertion['attributes'] = Object.fromEntries([
    ...one('RoleSessionName', 'session-name'),
    ...one('SessionDuration', 'duration'),
    ...one('SourceIdentity', 'source-identity'),
    ...one('TransitiveTagKeys', 'transitive'),
    ...pairs(options, 'tag').map(([key, value]) => [`PrincipalTag:${key}`, [value]] as const),
    ...pairs(options, 'attribute').map(([name, value]) => [name, [value]] as const),
  ]);
  const provider = first(options, 'provider') ?? nameOf(cloud, 'saml');
  return issueAssertion(cloud, { provider, user, roles, attributes });
}
