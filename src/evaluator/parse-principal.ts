// The Principal and NotPrincipal elements of resource, trust and endpoint policies.
import { readObject, strings } from './elements.ts';
import type { JsonMember, Range } from './json.ts';
import type { Reading } from './parse.ts';
import type { Named, PolicyKind, PrincipalElement, Text } from './policy.ts';

const NAMES_PRINCIPALS: readonly PolicyKind[] = ['resource', 'trust', 'vpce', 'rcp'];
const ACCOUNT = /^(?:(\d{12})|arn:aws[\w-]*:iam::(\d{12}):root)$/;
/** What IAM writes in place of a user's or a role's ARN. Source: ug-identifiers. */
const UNIQUE_ID = /^A(?:IDA|ROA)[A-Z0-9]{12,}$/;

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
  const member = positive ?? negative;
  if (!NAMES_PRINCIPALS.includes(kind)) {
    // In a service control policy the element is bad writing, and means what it says.
    const code = kind === 'scp' ? 'SCP_SYNTAX_ERROR_PRINCIPAL' : 'UNSUPPORTED_PRINCIPAL';
    if (member) find(code, `${path}.${member.key}`, member.keyRange, { kind });
    if (!member || kind !== 'scp') return undefined;
  }
  if (positive && negative) {
    find('UNSUPPORTED_ELEMENT_COMBINATION', path, negative.keyRange, {
      first: 'Principal',
      second: 'NotPrincipal',
    });
  }
  if (negative && effect === 'Allow') {
    find('ALLOW_WITH_NOT_PRINCIPAL', `${path}.NotPrincipal`, negative.keyRange, { found: 'NotPrincipal' });
  }
  if (!member) {
    find('MISSING_PRINCIPAL', path, whole);
    return undefined;
  }
  const named = readNamed(member, `${path}.${member.key}`, reading);
  return {
    not: member === negative,
    named,
    range: { start: member.keyRange.start, end: member.value.range.end },
    shown: named.map(({ text }) => text.value).join(', '),
  };
}

const READERS: Readonly<Record<string, (text: Text) => Named>> = {
  AWS: readAws,
  // The name of a service keeps its case. Source: api-iam.
  Service: (text) => ({ kind: 'service', service: text.value, text }),
  Federated: (text) => ({ kind: 'provider', provider: text.value, text }),
  CanonicalUser: (text) => ({ kind: 'canonicalUser', text }),
};

function readNamed(member: JsonMember, path: string, { find }: Reading): Named[] {
  const { value } = member;
  if (value.type === 'string' && value.value === '*') return [readAws({ value: '*', range: value.range })];
  const object = readObject(value, path, find);
  return (object?.members ?? []).flatMap((entry): Named[] => {
    const here = `${path}.${entry.key}`;
    const read = Object.hasOwn(READERS, entry.key) ? READERS[entry.key] : undefined;
    if (!read) {
      find('INVALID_PRINCIPAL_KEY', here, entry.keyRange, { found: entry.key });
      return [];
    }
    return (strings(entry.value, here, find) ?? []).map(read);
  });
}

/** A partial wildcard is an ARN that nobody has. */
function readAws(text: Text): Named {
  if (text.value === '*') return { kind: 'everybody', text };
  const account = ACCOUNT.exec(text.value);
  if (account) return { kind: 'account', account: account[1] ?? account[2] ?? '', text };
  if (UNIQUE_ID.test(text.value)) return { kind: 'id', id: text.value, text };
  return { kind: 'arn', arn: text.value, text };
}
