const KINDS = {
  identity: 'an identity policy',
  resource: 'a resource policy',
  trust: 'the trust policy of the role',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  vpce: 'the policy of a VPC endpoint',
};

type Kind = keyof typeof KINDS;

const SILENT: Readonly<Record<Kind, string>> = {
  identity:
    'Add an Allow to a policy of the caller or of a group of it. Another kind of policy may be silent behind it.',
  resource:
    'Add an Allow for this caller to the policy of the resource. Only whoever keeps the resource can.',
  trust: 'Name the caller in the trust policy of the role. No policy of the caller can do that for it.',
  boundary: 'Widen the boundary, or do without. An Allow in any other policy of the caller changes nothing.',
  session: 'Start a new session with a wider session policy. The role itself may already allow it.',
  scp: 'Go up level by level, from the account to the root, and find the one without an Allow for this action. No policy in the account helps.',
  rcp: 'This does not come about: RCPFullAWSAccess is attached everywhere.',
  vpce: 'Add an Allow to the policy of the endpoint, or take another road. The caller’s policies change nothing.',
};

const DENY: Readonly<Record<Kind, string>> = {
  identity:
    'Find the Deny among the policies of the caller and its groups. Ask why it is there. No Allow answers it.',
  resource: 'Find the Deny in the policy of the resource: often a condition that this request does not meet.',
  trust: 'Find the Deny in the trust policy of the role.',
  boundary: 'Find the Deny in the boundary. It counts like any other Deny.',
  session: 'The session policy denies it. It was given when the session began: begin another one.',
  scp: 'Somebody of the organization wrote this Deny on purpose. Ask them; nobody in the account can lift it.',
  rcp: 'The organization of the resource denies it, whatever the resource’s own policy says. Ask them.',
  vpce: 'The endpoint denies it. Find the Deny in its policy, or take another road.',
};

export const refusal = {
  label: 'A refusal, as AWS worded it',
  examples: 'Or take one that the simulated account has just made',
  choose: 'choose…',
  who: 'Who',
  what: 'What',
  onWhat: 'On what',
  kindOfNo: 'Which no',
  policy: 'Which kind of policy',
  whose: 'Whose it is to mend',
  todo: 'What to do',
  outer: 'Asked by',
  callers: {
    user: (name: string): string => `the user ${name}`,
    root: (): string => 'the root user',
    session: (name: string): string => `a session of the role ${name}`,
    federated: (name: string): string => `the federated user ${name}`,
    anonymous: (): string => 'somebody without credentials',
    other: (name: string): string => name,
  },
  inAccount: (account: string): string => `account ${account}`,
  nowhere: 'none is named: the action has no single resource',
  byCiphertext: 'the key that this ciphertext was made with; its ARN is not said',
  effects: {
    silent: 'nobody allows it there: an Allow is missing',
    deny: 'somebody wrote a Deny, and it matches',
  },
  kinds: KINDS,
  named: (arn: string): string => `\`${arn}\``,
  untold: 'AWS does not say. The caller is a stranger to the resource, or the service tells no more.',
  untoldTodo:
    'Ask whoever keeps the resource. On your side look at your own policies: across accounts both have to allow.',
  oneOfThree: {
    effect:
      'one of three, and KMS does not say which: no such key in this Region, nobody allows it, or a Deny',
    policy: 'the key policy, if the key exists',
    todo: 'Look first whether the call goes to the Region of the key. Then look in the key policy for an Allow that fits the caller, and for a Deny that matches.',
  },
  owners: {
    caller: 'the account of the caller',
    resource: 'the account of the resource',
    callersOrganization: 'the organization of the caller, in its management account',
    resourcesOrganization: 'the organization of the resource, in its management account',
    network: 'whoever keeps the endpoint',
  },
  silent: SILENT,
  deny: DENY,
  passRole: (operation: string): string =>
    `\`iam:PassRole\` is no call. It was checked inside ${operation === '' ? 'another call' : `\`${operation}\``}, and the resource is the role.`,
  encoded:
    'The text behind it is encoded. `aws sts decode-authorization-message` (DecodeAuthorizationMessage) opens it, for whoever is allowed `sts:DecodeAuthorizationMessage`.',
  encodedCut:
    'EC2 mostly adds an encoded part. Copy the message to its end: `aws sts decode-authorization-message` (DecodeAuthorizationMessage) opens it, for whoever is allowed `sts:DecodeAuthorizationMessage`.',
  unsaid: 'the message does not say',
  call: (operation: string): string => `the call \`${operation}\``,
  bare: {
    s3: {
      who: 'the message does not say; `aws sts get-caller-identity` tells who signs',
      policy: 'the message does not say',
      whose: 'the message does not say',
      todo: 'Find out who signed, for which bucket and key. Read the policies of the caller for it, then the policy of the bucket, then what stands above both accounts. An object that does not exist gives the same answer to whoever may not list the bucket.',
    },
    ec2: {
      who: 'the message does not say; `aws sts get-caller-identity` tells who signs',
      policy: 'the message does not say',
      whose: 'the message does not say',
      todo: 'Decode the message, if it has an encoded part: it names the caller, the action, the resource and the statements that matched. Without one, look first for the Allow that the caller needs, then for a Deny.',
    },
    webIdentity: {
      who: 'whoever holds the token of an identity provider: nobody of IAM yet',
      policy: 'the trust policy of the role',
      whose: 'the account of the role',
      todo: 'Look whether the trust policy names the provider and allows `sts:AssumeRoleWithWebIdentity`. Then hold its conditions against the token: its `sub` and its `aud`, letter by letter.',
    },
    saml: {
      who: 'whoever holds the assertion of an identity provider: nobody of IAM yet',
      policy: 'the trust policy of the role',
      whose: 'the account of the role',
      todo: 'Look whether the trust policy names the SAML provider and allows `sts:AssumeRoleWithSAML`. Then hold its conditions against the assertion.',
    },
    sts: {
      who: 'the message does not say; `aws sts get-caller-identity` tells who signs',
      policy: 'the message does not say',
      whose: 'the message does not say',
      todo: 'Look in the policies of the caller for this action. If the call is about a role, look in its trust policy too.',
    },
  },
  before: {
    expired: 'The credentials have ended. No policy was read: ask for new ones.',
    unknownKey: 'The key is unknown, or its session token is missing. No policy was read.',
    signature: 'The signature is wrong: mostly a damaged secret key or a wrong clock. No policy was read.',
    authFailure:
      'EC2 did not accept the credentials: a wrong or inactive key, or a wrong clock. Try them with `aws sts get-caller-identity`. If that answers, the request names something that this account may not use.',
    noCredentials: 'The command found no credentials on this machine. Nothing was sent.',
  },
  faults: {
    empty: 'Paste a message, or choose one.',
    tooLong: 'This is longer than any refusal. Paste the message alone.',
    notOne: 'This is no refusal that is known here. Most have `is not authorized to perform` in them.',
    noAction: 'The message breaks off before the action. Copy it to its end.',
  },
};
