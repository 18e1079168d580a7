type OrderId =
  'deny-allow-deny' | 'every-layer' | 'strictest' | 'nearest' | 'first-answer' | 'resource-ends-it';

const NAMES: Readonly<Record<OrderId, string>> = {
  'deny-allow-deny': 'Deny, Allow, Deny',
  'every-layer': 'Yes at every layer',
  strictest: 'The strictest wins',
  nearest: 'The nearest wins',
  'first-answer': 'First answer from above',
  'resource-ends-it': 'The resource ends it',
};

const SAYS: Readonly<Record<OrderId, string>> = {
  'deny-allow-deny':
    'A matching Deny ends it. Else an Allow of the caller or of the resource ends it. Else it is denied.',
  'every-layer':
    'Organization, resource, boundary, session, identity: each layer that is there has to allow, and the caller’s own always.',
  strictest: 'Of all policies that speak or stay silent, the most restrictive one applies.',
  nearest:
    'The policy nearest to the caller wins: the user’s own over the group’s, both over what is far away.',
  'first-answer': 'Ask from above: organization, resource, ceilings, identity. The first answer is final.',
  'resource-ends-it':
    'After the Denies, an Allow of the resource is final. Else organization, ceilings and identity have to allow.',
};

const WHO: Readonly<Record<string, string>> = {
  'user/mei': 'Mei, under a boundary',
  'user/oskar': 'Oskar, named by the bucket',
  'user/sam': 'Sam, with two policies',
  'user/ana': 'Ana, in a group with a Deny',
  'user/lena': 'Lena, without a policy',
  'role/Scanner': 'the scanners, a role named by the bucket',
  'role/BatchWorker': 'the night job, of another account',
};

export const orders = {
  orders: 'Orders of evaluation',
  names: NAMES,
  says: SAYS,
  who: WHO,
  turned: 'Ask in the opposite order',
  request: 'Request',
  predicted: 'This order says',
  decided: 'Decided',
  wrong: 'wrong',
  asks: (who: string, action: string): string => `${who}: ${action}`,
  decisions: { allowed: 'allowed', explicitDeny: 'denied', implicitDeny: 'denied' },
  count: (right: number, all: number): string =>
    right === all
      ? `Right ${right} times of ${all}.`
      : `Right ${right} times of ${all}, and wrong ${all - right}.`,
  documents: 'What each document says',
  derivation: 'What is decided, and why',
  effects: { Allow: 'Allow', Deny: 'Deny', silent: 'nothing' },
};
