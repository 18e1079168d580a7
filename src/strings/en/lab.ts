/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' and ');
}

export const lab = {
  title: 'Labs',
  listTitle: 'Labs and prepared situations',
  listStandfirst:
    'Each is a small world with something in it that does not hold yet. Break it, mend it, and read the reasons.',
  policyTitle: 'With policies alone',
  policyStandfirst: 'Change the words of a question or the policies behind it, and read the reasons.',
  openTitle: 'Policy lab',
  openStandfirst: 'A situation that somebody handed to you, or that an exam opened.',
  openEmpty: 'There is no situation in this address. Choose one of the labs.',
  openDamaged: 'The situation in this address is damaged and cannot be opened. Ask for the link again.',
  openNewer: 'The situation in this address was made by a newer version. Update, and open it again.',
  toLabs: 'To the labs',
  backTo: (title: string): string => `Back to ${title}`,
  label: (title: string): string => `Policy lab: ${title}`,
  may: 'May',
  do: 'do',
  on: 'on',
  who: 'Who',
  action: 'What',
  resource: 'On what',
  end: '?',
  guessTitle: 'Your guess, before you see it',
  verdicts: {
    allowed: 'Allowed',
    explicitDeny: 'Denied, in so many words',
    implicitDeny: 'Denied, nobody allows it',
  },
  terms: { allowed: 'allowed', explicitDeny: 'explicit deny', implicitDeny: 'implicit deny' },
  signs: { allowed: '✓', explicitDeny: '✕', implicitDeny: '–' },
  guessedRight: 'As you guessed.',
  guessedWrong: (guess: string): string => `You guessed: ${guess.toLowerCase()}.`,
  documents: 'Policies',
  changed: 'changed',
  readOnly: 'Read only.',
  edit: (name: string): string => `Text of ${name}`,
  leaveHint: 'Tab indents. Press Esc, then Tab, to leave the text.',
  findings: 'What was found in this text',
  place: (line: number, column: number): string => `line ${line}, column ${column}`,
  goTo: 'Go there',
  unreadable: (name: string): string => `${name} cannot be read, so it allows nothing.`,
  path: 'The derivation as a path',
  pairs: 'What the call asks for, one after the other',
  asked: (who: string, action: string, resource: string): string =>
    `may \`${who}\` do \`${action}\` on \`${resource}\`?`,
  caller: (caller: string, written: string): string => `asked by \`${caller}\`, written is \`${written}\``,
  written: (asked: string, written: string, not: boolean): string =>
    `asked is \`${asked}\`, written is ${not ? 'all but ' : ''}\`${written}\``,
  compared: (operator: string, key: string, wanted: string, found: string | undefined): string =>
    `\`${operator}\` wants \`${wanted}\` for \`${key}\`, the request says ${found === undefined ? 'nothing' : `\`${found}\``}`,
  asPath: 'Path',
  asTree: 'Tree',
  asTable: 'Table',
  view: 'Show the derivation as',
  ruleColumn: 'Rule',
  holdsColumn: 'Holds',
  whereColumn: 'Where',
  holds: 'yes',
  holdsNot: 'no',
  tasks: 'Make it happen',
  goalMet: 'met',
  goalOpen: 'not yet',
  solved: 'Solved. Every goal is met.',
  reset: 'Start again',
  undo: 'Undo',
  changes: 'What you changed',
  noChanges: 'Nothing is changed.',
  link: 'Copy a link to this',
  linkCopied: (bytes: number): string =>
    `Copied. The link carries the whole situation in ${bytes} characters; nothing was uploaded.`,
  linkFailed: 'This browser does not let the page copy. The link stands in the address bar.',
  noCredentials: 'The code on the instance has no credentials: the role did not let EC2 take it.',
  failed: (why: string): string => `The request fails before anything is decided: ${why}`,
  tooLarge: 'This text is large. The decision follows when you pause.',
  kinds: {
    identity: 'identity policy',
    resource: 'resource policy',
    trust: 'trust policy',
    boundary: 'permissions boundary',
    session: 'session policy',
    scp: 'service control policy',
    rcp: 'resource control policy',
    vpce: 'endpoint policy',
  },
  /** What the documents of a cloud are called. */
  names: {
    kept: (name: string): string => `${name}, kept by AWS`,
    resource: (name: string): string => `policy of ${name}`,
    key: (id: string): string => `policy of the key ${id}…`,
    bucket: (name: string): string => `bucket ${name}`,
    endpoint: (name: string): string => `endpoint ${name}`,
    session: (name: string): string => `session ${name}`,
    trust: (name: string): string => `trust of ${name}`,
    owned: (name: string, owner: string): string => `${name} (${owner})`,
    attached: (name: string, level: string): string => `${name} at ${level}`,
  },
  /** Whose documents a row of tabs holds. */
  groups: {
    organization: 'organization',
    resource: 'resource',
    way: 'on the way',
    caller: 'caller',
    ceiling: 'ceilings',
  },
  attachedAt: (kind: string, levels: readonly string[]): string => `${kind}, attached at ${listed(levels)}`,
  spared: (statement: string): string => `${statement} matches, and does not bind here`,
  emptyLevel: (level: string): string => `at ${level} nothing is attached that allows anything`,
  statement: (n: number, sid: string): string => (sid === '' ? `statement ${n}` : `statement ${n}, ${sid}`),
  sides: {
    'principal-matches': 'who',
    'action-matches': 'what',
    'resource-matches': 'on what',
  },
  butNot: (matched: readonly string[], missed: readonly string[]): string =>
    `matches ${listed(matched)}, but not ${listed(missed)}`,
  silent: (reasons: readonly string[]): string => `silent, for ${listed(reasons)}`,
  condition: (key: string, found: string | undefined): string =>
    found === undefined ? `\`${key}\` is absent` : `\`${key}\` is \`${found}\``,
  noStatement: (document: string, action: string): string => `${document}: no Allow speaks of \`${action}\``,
  nothingRead: 'there is no policy that could',
  readStatements: (n: number): string =>
    n === 1 ? '1 statement read, it does not deny' : `${n} statements read, none denies`,
};

interface GateWords {
  readonly open: string;
  readonly shut: string;
  /** When it is shut because there is no document to read. */
  readonly none?: string;
}

/** The gates of a derivation, by the rule that each stands for. */
export const gates: Readonly<Record<string, GateWords>> = {
  'explicit-deny-wins': { open: 'Nothing denies it', shut: 'A Deny matches' },
  'invalid-document-allows-nothing': {
    open: 'Every document can be read',
    shut: 'A document cannot be read',
  },
  'management-account-is-not-bound': {
    open: 'The organization does not bind its management account',
    shut: '',
  },
  'service-linked-role-is-not-bound': {
    open: 'The organization does not bind service-linked roles',
    shut: '',
  },
  'scp-binds-only-principals-of-the-account': {
    open: 'Service control policies do not bind this caller',
    shut: '',
  },
  'scp-never-grants': {
    open: 'Every level of the organization allows it',
    shut: 'A level of the organization is silent',
  },
  'endpoint-policy-must-allow': {
    open: 'The endpoint lets it pass',
    shut: 'The endpoint does not let it pass',
  },
  'role-trust-must-name-you': {
    open: 'The role trusts the caller',
    shut: 'The role does not trust the caller',
  },
  'key-policy-must-allow': {
    open: 'The key policy names the caller',
    shut: 'The key policy does not name the caller',
  },
  'service-needs-the-resource-policy': {
    open: 'The resource lets the service in',
    shut: 'The resource does not let the service in',
  },
  'anonymous-needs-the-resource-policy': {
    open: 'The resource lets everybody in',
    shut: 'The resource does not let everybody in',
    none: 'the resource has no policy, and a caller without credentials has none either',
  },
  'provider-needs-the-trust-policy': {
    open: 'The role trusts the identity provider',
    shut: 'The role does not trust the identity provider',
  },
  'resource-policy-alone-is-enough': {
    open: 'The resource names the caller, and that is enough',
    shut: 'The resource does not name the caller',
  },
  'naming-the-role-keeps-ceilings': {
    open: 'The resource names the role of the caller',
    shut: 'The resource does not name the role',
  },
  'naming-the-issuer-keeps-ceilings': {
    open: 'The resource names the user behind the session',
    shut: 'The resource does not name the user behind the session',
  },
  'both-accounts-must-allow': {
    open: 'The other account lets the caller in',
    shut: 'The other account does not let the caller in',
    none: 'the resource in the other account has no policy',
  },
  'naming-the-account-delegates': {
    open: 'The resource leaves the choice to the account',
    shut: 'The resource does not name the account',
  },
  'root-needs-no-policy': { open: 'The root user needs no policy here', shut: '' },
  'identity-policies-add-up': {
    open: 'A policy of the caller allows it',
    shut: 'No policy of the caller allows it',
    none: 'no policy is attached to the caller, nor to a group of the caller',
  },
  'boundary-is-a-ceiling': {
    open: 'The boundary lets it through',
    shut: 'The boundary does not let it through',
  },
  'session-policy-is-a-ceiling': {
    open: 'The session policy lets it through',
    shut: 'The session policy does not let it through',
  },
  'federated-user-needs-a-session-policy': {
    open: 'The federated user brings a session policy',
    shut: 'The federated user brings no session policy',
  },
  'caller-identity-needs-no-permission': { open: 'Everybody may ask who they are', shut: '' },
  'session-token-needs-no-permission': { open: 'A session token needs no permission', shut: '' },
};
