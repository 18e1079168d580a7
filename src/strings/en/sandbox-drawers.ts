// What the parts of the sandbox say that are closed at first.
const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

export const sandboxDrawers = {
  comparing: (name: string): string => `${name}, as it was kept, against ${name}, as it is now`,
  same: 'Both versions have the same text.',
  stopComparing: 'Forget the kept version',
  putBack: 'Put the kept version back',
  axes: 'The requests to compare',
  axesHint: 'One a line. Each caller is asked about each action on each resource, under the policies above.',
  callers: 'Callers',
  actions: 'Actions',
  resources: 'Resources',
  derive: 'Take them from the policies',
  onlyChanges: 'Show only what changes',
  changed: (changed: number, asked: number): string =>
    changed === 0
      ? `None of ${many(asked, 'request', 'requests')} would be decided otherwise.`
      : `${changed} of ${many(asked, 'request', 'requests')} would be decided otherwise.`,
  left: (n: number): string =>
    `${many(n, 'more request is', 'more requests are')} not shown. Shorten the lists.`,
  request: 'Request',
  cellSame: (now: string): string => `${now}, as before`,
  cellChanged: (before: string, after: string): string => `was: ${before}; now: ${after}`,
  cellFailed: 'cannot be asked',
  before: 'As it was kept',
  after: 'As it is now',
  whyOf: (caller: string, action: string, resource: string): string =>
    `Why: may ${caller} do ${action} on ${resource}?`,
  close: 'Close',

  importHint:
    'A line of the evaluate command, with its policies, or a request alone: then the policies here stay as they are.',
  pasteHere: 'Its text',
  chooseFile: 'Choose a file',
  readClipboard: 'Take it from the clipboard',
  openIt: 'Open it',
  clipboardFailed: 'This browser does not let the page read the clipboard. Paste into the field.',
  openedWhole: (policies: number): string => `Opened, with ${many(policies, 'policy', 'policies')}.`,
  openedRequest: 'Opened. The policies stayed as they were.',
  tooLarge: 'This file is larger than 4 MB and was not read.',
  faultAt: (line: number, column: number): string => `line ${line}, column ${column}`,
  wanted: {
    object: 'an object in braces',
    text: 'a text in quotes',
    flag: '`true` or `false`',
    type: 'one of `user`, `assumedRole`, `root`, `federatedUser`, `service`, `federatedProvider`, `anonymous`',
    list: 'a list in brackets',
    texts: 'a text or a list of texts',
    policy: 'a policy, as JSON or as text',
  },
  wrongField: (field: string, wanted: string): string =>
    `\`${field === '' ? 'the whole' : field}\` has to be ${wanted}`,
  missingField: (field: string, wanted: string): string => `\`${field}\` is missing. It has to be ${wanted}`,
  keyTwice: (field: string): string => `\`${field}\` stands twice. Make one list of the two`,

  exportFile: 'Save it to a file',
  exportCopy: 'Copy it',
  copyLink: 'Copy a link to this',
  linkHint: 'A link carries the whole situation behind its #. Nothing is uploaded.',
  format: 'Write it as',
  formats: {
    line: 'a line of the evaluate command, to be opened here again',
    simulator: 'the answer of AWS’s policy simulator',
    authorization: 'the answer of GetRequestAuthorizationDetails',
  },
  nothingDecided: 'Nothing is decided yet, so there is no answer to write.',
  copied: 'Copied.',
  saved: 'Saved.',
  linkCopied: (characters: number): string =>
    `Copied: ${characters.toLocaleString('en')} characters. Nothing was uploaded.`,
  linkLong: 'Some programs cut links of this length. A file is safer.',
  copyFailed: 'This browser does not let the page copy.',
  linkInBar: 'This browser does not let the page copy. The link is in the address bar.',
};
