// Principals in a saved policy stand for the very users and roles that had their names then. Source: ug-principal.
import { iamArn, lookup, roleArn, type Account, type Cloud, type DocumentText, type Pins } from './cloud.ts';

const PRINCIPAL = /"arn:aws:iam::(\d{12}):(user|role)\/([\w+=,.@/-]+)"/g;

/** The unique ids behind the users and roles that a policy names, as they are now. */
export function pinsOf(cloud: Cloud, text: DocumentText): Pins {
  const pins: Record<string, string> = {};
  for (const [quoted, account = '', kind = '', path = ''] of text.matchAll(PRINCIPAL)) {
    const arn = quoted.slice(1, -1);
    const id = idOf(lookup(cloud.accounts, account), kind, path, arn);
    if (id !== undefined) pins[arn] = id;
  }
  return pins;
}

/** The pins of a policy where it has some. */
export function pinned(cloud: Cloud, text: DocumentText): { readonly pins?: Pins } {
  const pins = pinsOf(cloud, text);
  return Object.keys(pins).length > 0 ? { pins } : {};
}

/**
 * The policy as it reads now: a principal that was renamed has its new ARN, one that was deleted its unique id, even if
 * another one has its name.
 */
export function unpinned(cloud: Cloud, text: DocumentText, pins: Pins | undefined): DocumentText {
  if (!pins) return text;
  let now = text;
  for (const [arn, id] of Object.entries(pins)) {
    const found = currentArn(cloud, arn, id);
    if (found !== arn) now = now.replaceAll(`"${arn}"`, `"${found}"`);
  }
  return now;
}

function currentArn(cloud: Cloud, arn: string, id: string): string {
  const [, , , , number = '', resource = ''] = arn.split(':');
  const account = lookup(cloud.accounts, number);
  const kind = resource.split('/')[0] ?? '';
  if (!account) return arn;
  if (idOf(account, kind, resource.slice(kind.length + 1), arn) === id) return arn;
  if (kind === 'role') return id;
  const renamed = Object.entries(account.users).find(([, user]) => user.id === id);
  return renamed ? iamArn(account.id, 'user', renamed[1].path, renamed[0]) : id;
}

function idOf(account: Account | undefined, kind: string, path: string, arn: string): string | undefined {
  const name = path.split('/').at(-1) ?? '';
  if (!account) return undefined;
  if (kind === 'role') return roleArn(account, name) === arn ? lookup(account.roles, name)?.id : undefined;
  const user = lookup(account.users, name);
  return user && iamArn(account.id, 'user', user.path, name) === arn ? user.id : undefined;
}
