// The Principal element of resource and trust policies.
import { readObject, strings } from './elements.ts';
import type { JsonMember, Range } from './json.ts';
import type { Reading } from './parse.ts';
import type { Named, PolicyKind, PrincipalElement, Text } from './policy.ts';

const NAMES_PRINCIPALS: readonly PolicyKind[] = ['resource', 'trust', 'vpce', 'rcp'];
const ACCOUNT = /^(?:(\d{12})|arn:aws[\w-]*:iam::(\d{12}):root)$/;
const PRINCIPAL_ARN = /^arn:aws[\w-]*:(?:iam::\d{12}:(?:user|role)|sts::\d{12}:assumed-role)\/[\w+=,.@/-]+$/;
const SERVICE = /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/i;

export function readPrincipal(
  found: ReadonlyMap<string, JsonMember>,
  path: string,
  whole: Range,
  effect: 'Allow' | 'Deny' | undefined,
  reading: Reading,
): PrincipalElement | undefined {
  const { find, kind } = reading;
  const positive = found.get('Principal');
  const negative = found.get('NotPrincipal');
  if (!NAMES_PRINCIPALS.includes(kind)) {
    const code = kind === 'scp' ? 'SCP_SYNTAX_ERROR_PRINCIPAL' : 'UNSUPPORTED_PRINCIPAL';
    const member = positive ?? negative;
    if (member) find(code, `${path}.${member.key}`, member.keyRange, { kind });
    return undefined;
  }
  if (positive && negative) {
    find('UNSUPPORTED_ELEMENT_COMBINATION', path, negative.keyRange, {
      first: 'Principal',
      second: 'NotPrincipal',
    });
  }
  if (negative) {
    const code = effect === 'Allow' ? 'ALLOW_WITH_NOT_PRINCIPAL' : 'NOT_EVALUATED_ELEMENT';
    find(code, `${path}.NotPrincipal`, negative.keyRange, { found: 'NotPrincipal' });
    return undefined;
  }
  if (!positive) {
    find('MISSING_PRINCIPAL', path, whole);
    return undefined;
  }
  const range = { start: positive.keyRange.start, end: positive.value.range.end };
  return { named: readNamed(positive, `${path}.Principal`, reading), range };
}

function readNamed(member: JsonMember, path: string, reading: Reading): Named[] {
  const { value } = member;
  const { find } = reading;
  if (value.type === 'string') {
    const text = { value: value.value, range: value.range };
    if (value.value === '*') return [{ kind: 'everybody', text }];
    find('INVALID_PRINCIPAL_FORMAT', path, value.range, { found: value.value });
    return [];
  }
  const object = readObject(value, path, find);
  return (object?.members ?? []).flatMap((entry): Named[] => {
    const here = `${path}.${entry.key}`;
    if (entry.key === 'Federated' || entry.key === 'CanonicalUser') {
      find('NOT_EVALUATED_PRINCIPAL', here, entry.keyRange, { found: entry.key });
      return [];
    }
    if (entry.key !== 'AWS' && entry.key !== 'Service') {
      find('INVALID_PRINCIPAL_KEY', here, entry.keyRange, { found: entry.key });
      return [];
    }
    const texts = strings(entry.value, here, find) ?? [];
    return texts.flatMap((text) =>
      entry.key === 'AWS' ? readAws(text, here, reading) : readService(text, here, reading),
    );
  });
}

function readAws(text: Text, path: string, { find }: Reading): Named[] {
  if (text.value === '*') return [{ kind: 'everybody', text }];
  const account = ACCOUNT.exec(text.value);
  if (account) return [{ kind: 'account', account: account[1] ?? account[2] ?? '', text }];
  if (PRINCIPAL_ARN.test(text.value)) return [{ kind: 'arn', arn: text.value, text }];
  if (/^arn:aws[\w-]*:sts::\d{12}:federated-user\//.test(text.value)) {
    find('NOT_EVALUATED_PRINCIPAL', path, text.range, { found: text.value });
  } else if (/[*?]/.test(text.value))
    find('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', path, text.range, { found: text.value });
  else find('INVALID_PRINCIPAL_FORMAT', path, text.range, { found: text.value });
  return [];
}

function readService(text: Text, path: string, { find }: Reading): Named[] {
  if (SERVICE.test(text.value)) return [{ kind: 'service', service: text.value.toLowerCase(), text }];
  const code = /[*?]/.test(text.value) ? 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL' : 'INVALID_PRINCIPAL_FORMAT';
  find(code, path, text.range, { found: text.value });
  return [];
}
