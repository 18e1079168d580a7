const codes = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(' and ');

export const conditions = {
  family: 'The key holds',
  families: {
    text: 'a text',
    truth: 'true or false',
    number: 'a number',
    date: 'a moment',
    address: 'an address',
    arn: 'an ARN',
    sets: 'several texts',
  },
  effect: 'The statement is',
  effects: {
    Allow: 'an Allow, and the only one',
    Deny: 'a Deny, and another statement allows',
  },
  wants: 'The policy lists',
  own: 'Your own request sends',
  ownBlank: 'nothing',
  table: (key: string): string => `How conditions on ${key} come out`,
  operator: 'Operator',
  lists: (value: string): string => `lists ${value}`,
  sends: (values: readonly string[]): string => `sends ${codes(values)}`,
  sendsNothing: 'sends nothing',
  withPattern: (said: string, wants: readonly string[]): string => `${said}, and ${codes(wants)} is listed`,
  ownColumn: (said: string): string => `yours: ${said}`,
  held: 'holds',
  failed: 'fails',
  unreadShort: 'cannot be read',
  unread: 'The document cannot be read, so it allows nothing.',
  decisions: { allowed: 'allowed', explicitDeny: 'denied', implicitDeny: 'no Allow' },
  touch: 'Touch a cell to read why it comes out so.',
  request: (key: string, values: readonly string[] | undefined): string =>
    values ? `the request says ${codes(values)} for \`${key}\`` : `the request says nothing of \`${key}\``,
  document: 'The document of this cell',
};
