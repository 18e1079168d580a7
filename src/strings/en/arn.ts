export const arn = {
  label: 'An ARN',
  parts: {
    prefix: 'prefix',
    partition: 'partition',
    service: 'service',
    region: 'region',
    account: 'account',
    resource: 'resource',
  },
  about: {
    prefix: 'Every ARN begins with it. It carries no information.',
    partition:
      'A world of AWS of its own: `aws`, China, the governments, Europe’s sovereign cloud. Nothing crosses it.',
    service: 'Whose resource it is, by the name that its actions begin with.',
    region:
      'Where it lives. Empty for what has no Region, such as everything of IAM, and for buckets, whose names are unique without it.',
    account:
      'Who owns it, in twelve digits. Empty for buckets and their objects; `aws` for policies that AWS keeps.',
    resource:
      'Which one, in the way of that service: a kind and a name, often with a path between them. An object of S3 has its bucket before it instead.',
  },
  made: { bucket: 'bucket', kind: 'kind', path: 'path', name: 'name' },
  empty: 'empty',
  partsLabel: 'Its parts',
  good: 'Nothing is wrong with its form. Whether such a resource exists is another matter: nobody asks when you write a policy.',
  faults: {
    empty: 'Type or paste an ARN.',
    tooLong: 'No ARN is as long as this.',
    spaces: 'There is a space at one of its ends, and it would count.',
    fewParts: (n: number): string => `It has ${n} of six parts. Count the colons: empty parts keep theirs.`,
    prefix: (text: string): string => `\`${text}\` stands where every ARN has \`arn\`.`,
    partition: (text: string): string => `There is no partition \`${text}\`.`,
    service: 'The part for the service is empty.',
    serviceName: (text: string): string =>
      `\`${text}\` is no name of a service: small letters, digits and dashes.`,
    account: (text: string): string => `\`${text}\` is no account: twelve digits, and leading zeros count.`,
    resource: 'It names no resource.',
    iamRegion: (text: string): string => `IAM has no Region. With \`${text}\` it matches nothing.`,
    iamAccount: 'A resource of IAM has an account, and here it is empty.',
    bucketPlace: 'A bucket has neither Region nor account in its ARN. With one it matches nothing.',
    roleInSts: 'A role belongs to `iam`. What belongs to `sts` is its session: `assumed-role/ROLE/SESSION`.',
    sessionInIam: 'A session belongs to `sts`, the role behind it to `iam`.',
    sessionPath: 'A session is `assumed-role/ROLE/SESSION`, with neither path nor anything missing.',
    slash: (kind: string): string => `IAM parts a kind from its name by a slash: \`${kind}/NAME\`.`,
    kind: (kind: string): string => `IAM has no resource of the kind \`${kind}\`.`,
    control:
      'There is a character in it that nobody sees. It counts, and nothing matches it: type the part anew.',
    collection:
      'No name stands at its end. A refused List call of IAM names the whole collection so; a policy has `*` behind it.',
    noName: 'No name stands at its end. A policy that means all of the kind has `*` there.',
    iamName: (text: string): string => {
      const [kind = '', longest = ''] = text.split(' ');
      return `The name does not fit: that of a ${kind} has 1 to ${longest} letters, digits or \`_ + = , . @ -\`.`;
    },
    iamPath: 'A path of IAM has no spaces, and only characters of ASCII.',
    rootMore: 'Nothing stands behind `root`.',
    stsRegion: (text: string): string =>
      `What belongs to \`sts\` has no Region in its ARN. With \`${text}\` it matches nothing.`,
    stsAccount: 'What belongs to `sts` has an account, and here it is empty.',
    noRegion: 'The part for the Region is empty, and every such resource has one. Write `*` for all Regions.',
    noAccount:
      'The part for the account is empty, and every such resource has one. Write `*` for all accounts.',
    bucketName: (text: string): string =>
      text === ''
        ? 'The name of the bucket is missing.'
        : `\`${text}\` is no name of a bucket: 3 to 63 small letters, digits, dots and dashes, with a letter or a digit at both ends.`,
    noKey:
      'No key follows the slash. Leave the slash out for the bucket, or write `/*` for all of its objects.',
    wildcardKind: 'A wildcard in the part for the service matches nothing: a service is named.',
  },
};
