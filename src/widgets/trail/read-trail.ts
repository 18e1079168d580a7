// Events of CloudTrail read from their text: one, a list, a file of a trail, or an answer of lookup-events.

export interface Identity {
  readonly type: string;
  readonly arn: string | undefined;
  readonly account: string | undefined;
  readonly userName: string | undefined;
  readonly keyId: string | undefined;
  /** The role or the user behind a session. */
  readonly issuer: string | undefined;
  readonly sessionName: string | undefined;
  readonly mfa: string | undefined;
  readonly sourceIdentity: string | undefined;
  readonly invokedBy: string | undefined;
}

export interface TrailEvent {
  readonly id: string;
  readonly name: string;
  readonly time: string;
  readonly region: string;
  readonly error: string | undefined;
  readonly shared: string | undefined;
  readonly by: Identity;
  /** The id of the key that the answer gave. */
  readonly gave: string | undefined;
}

export type TrailFault = 'empty' | 'tooLong' | 'notJson' | 'notEvent' | 'noIdentity';
export type ReadTrail =
  { readonly events: readonly [TrailEvent, ...TrailEvent[]] } | { readonly fault: TrailFault };

type Members = Readonly<Record<string, unknown>>;

const LONGEST = 500_000;

export function readTrail(text: string): ReadTrail {
  if (text.length > LONGEST) return { fault: 'tooLong' };
  if (text.trim() === '') return { fault: 'empty' };
  const value = jsonIn(text);
  if (value === undefined) return { fault: 'notJson' };
  const documents = documentsIn(value);
  if (documents.length === 0 || !documents.every((one) => textIn(one, 'eventName') !== undefined))
    return { fault: 'notEvent' };
  const events = documents.flatMap((one) => eventOf(one) ?? []);
  const [first, ...rest] = events;
  return first && events.length === documents.length ? { events: [first, ...rest] } : { fault: 'noIdentity' };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Lists may lie in lists as deep as somebody pastes them: a stack of our own does not overflow. */
function documentsIn(whole: unknown): readonly Members[] {
  const found: Members[] = [];
  const waiting: unknown[] = [whole];
  while (waiting.length > 0) {
    const value = waiting.pop();
    const inside = listIn(value);
    if (inside) for (const one of inside.toReversed()) waiting.push(one);
    else found.push(documentIn(membersOf(value)));
  }
  return found;
}

function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  const members = membersOf(value);
  const inside = members['Records'] ?? members['Events'];
  return Array.isArray(inside) ? (inside as readonly unknown[]) : undefined;
}

function documentIn(members: Members): Members {
  const written = textIn(members, 'CloudTrailEvent');
  return written === undefined ? members : membersOf(jsonIn(written));
}

function eventOf(document: Members): TrailEvent | undefined {
  const type = textIn(membersOf(document['userIdentity']), 'type');
  if (type === undefined) return undefined;
  const answer = membersOf(membersOf(document['responseElements'])['credentials']);
  return {
    id: textIn(document, 'eventID') ?? '',
    name: textIn(document, 'eventName') ?? '',
    time: textIn(document, 'eventTime') ?? '',
    region: textIn(document, 'awsRegion') ?? '',
    error: textIn(document, 'errorCode'),
    shared: textIn(document, 'sharedEventID'),
    by: identityOf(membersOf(document['userIdentity']), type),
    gave: textIn(answer, 'accessKeyId'),
  };
}

function identityOf(identity: Members, type: string): Identity {
  const session = membersOf(identity['sessionContext']);
  const arn = textIn(identity, 'arn');
  const isNamed = type === 'AssumedRole' || type === 'FederatedUser';
  return {
    type,
    arn,
    account: textIn(identity, 'accountId'),
    userName: textIn(identity, 'userName'),
    keyId: textIn(identity, 'accessKeyId'),
    issuer: textIn(membersOf(session['sessionIssuer']), 'arn'),
    sessionName: isNamed ? arn?.split('/').at(-1) : undefined,
    mfa: textIn(membersOf(session['attributes']), 'mfaAuthenticated'),
    sourceIdentity: textIn(session, 'sourceIdentity'),
    invokedBy: textIn(identity, 'invokedBy'),
  };
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textIn(members: Members, name: string): string | undefined {
  const value = members[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
