// The table's rows for what keys are called: aliases and tags.
import {
  ALIAS,
  DELETED,
  given,
  KEY,
  keyId,
  NO_KEY,
  NOT_AN_ARN,
  OTHER_ARN,
  PENDING,
  SIGNING,
  UNKNOWN_KEY,
} from './kms-worlds.ts';
import type { Row, Step } from './row.ts';

const tags = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({ TagKey: `k${i}`, TagValue: 'v' }));
const NO_TOKEN = { code: 'InvalidMarkerException', input: { Marker: 'x' } };
const CROWDED: readonly Step[] = [
  KEY,
  ...Array.from({ length: 50 }, (_, i): Step => [
    'default',
    'kms:CreateAlias',
    (replies) => ({ AliasName: `alias/a${i}`, TargetKeyId: keyId(replies) }),
  ]),
];

export const KMS_NAME_ROWS: readonly Row[] = [
  {
    operation: 'kms:CreateAlias',
    before: [KEY],
    input: (replies) => ({ AliasName: 'alias/orders', TargetKeyId: keyId(replies) }),
    needs: ['kms:CreateAlias', 'kms:CreateAlias'],
    faults: [
      { code: 'NotFoundException', input: { AliasName: 'alias/orders', TargetKeyId: 'nothing' } },
      {
        code: 'AlreadyExistsException',
        before: [KEY, ALIAS],
        input: (replies) => ({ AliasName: 'alias/orders', TargetKeyId: keyId(replies) }),
        message: 'An alias with the name arn:aws:kms:us-east-1:111122223333:alias/orders already exists',
      },
      {
        code: 'InvalidAliasNameException',
        input: (replies) => ({ AliasName: 'alias/or:ders', TargetKeyId: keyId(replies) }),
      },
      {
        code: 'NotAuthorizedException',
        input: (replies) => ({ AliasName: 'alias/aws/orders', TargetKeyId: keyId(replies) }),
      },
      {
        ...PENDING,
        input: (replies) => ({ AliasName: 'alias/orders', TargetKeyId: keyId(replies) }),
      },
      {
        code: 'LimitExceededException',
        before: CROWDED,
        input: (replies) => ({ AliasName: 'alias/one-more', TargetKeyId: keyId(replies) }),
      },
    ],
  },
  {
    operation: 'kms:UpdateAlias',
    before: [KEY, ALIAS, KEY],
    input: (replies) => ({ AliasName: 'alias/orders', TargetKeyId: keyId(replies.slice(2)) }),
    needs: ['kms:UpdateAlias', 'kms:UpdateAlias', 'kms:UpdateAlias'],
    faults: [
      {
        code: 'NotFoundException',
        input: (replies) => ({ AliasName: 'alias/none', TargetKeyId: keyId(replies) }),
      },
      {
        code: 'ValidationException',
        before: [KEY, ALIAS, SIGNING],
        input: (replies) => ({ AliasName: 'alias/orders', TargetKeyId: keyId(replies.slice(2)) }),
      },
      {
        code: 'KMSInvalidStateException',
        before: [KEY, ALIAS, DELETED],
        input: (replies) => ({ AliasName: 'alias/orders', TargetKeyId: keyId(replies) }),
      },
      {
        code: 'LimitExceededException',
        before: [
          ...CROWDED,
          KEY,
          [
            'default',
            'kms:CreateAlias',
            (replies) => ({ AliasName: 'alias/b', TargetKeyId: keyId(replies.slice(51)) }),
          ],
        ],
        input: (replies) => ({ AliasName: 'alias/b', TargetKeyId: keyId(replies) }),
      },
    ],
  },
  {
    operation: 'kms:DeleteAlias',
    before: [KEY, ALIAS],
    input: { AliasName: 'alias/orders' },
    needs: ['kms:DeleteAlias', 'kms:DeleteAlias'],
    faults: [
      {
        code: 'NotFoundException',
        input: { AliasName: 'alias/none' },
        message: 'Alias arn:aws:kms:us-east-1:111122223333:alias/none is not found.',
      },
    ],
    never: { KMSInvalidStateException: 'an alias goes whatever the state of its key' },
  },
  {
    operation: 'kms:ListAliases',
    before: [KEY, ALIAS],
    input: {},
    needs: ['kms:ListAliases'],
    reply: {
      Aliases: [{ AliasName: 'alias/orders', AliasArn: 'arn:aws:kms:us-east-1:111122223333:alias/orders' }],
      Truncated: false,
    },
    faults: [NO_TOKEN, NO_KEY, NOT_AN_ARN],
  },
  {
    operation: 'kms:TagResource',
    before: [KEY],
    input: given({ Tags: [{ TagKey: 'team', TagValue: 'booking' }] }),
    needs: ['kms:TagResource'],
    faults: [
      { ...NO_KEY, input: { ...UNKNOWN_KEY, Tags: tags(1) } },
      { ...NOT_AN_ARN, input: { ...OTHER_ARN, Tags: tags(1) } },
      { ...PENDING, input: given({ Tags: tags(1) }) },
      { code: 'LimitExceededException', input: given({ Tags: tags(51) }) },
      { code: 'TagException', input: given({ Tags: [...tags(1), ...tags(1)] }) },
    ],
  },
  {
    operation: 'kms:UntagResource',
    before: [KEY, ['default', 'kms:TagResource', given({ Tags: tags(2) })]],
    input: given({ TagKeys: ['k0'] }),
    needs: ['kms:UntagResource'],
    faults: [
      { ...NO_KEY, input: { ...UNKNOWN_KEY, TagKeys: ['k'] } },
      { ...NOT_AN_ARN, input: { ...OTHER_ARN, TagKeys: ['k'] } },
      { ...PENDING, input: given({ TagKeys: ['k'] }) },
      { code: 'TagException', input: given({ TagKeys: ['aws:k'] }) },
    ],
  },
  {
    operation: 'kms:ListResourceTags',
    before: [KEY, ['default', 'kms:TagResource', given({ Tags: tags(2) })]],
    input: given(),
    needs: ['kms:ListResourceTags'],
    reply: { Tags: tags(2), Truncated: false },
    faults: [NO_KEY, NOT_AN_ARN, { code: 'InvalidMarkerException', input: given({ Marker: 'x' }) }],
  },
];
