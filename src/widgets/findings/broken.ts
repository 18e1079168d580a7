// Five documents that are broken, each with what it was meant to do: requests, and how they are to come out.
import type { Decision, PolicyKind } from '#evaluator';

export interface Meant {
  readonly action: string;
  readonly resource: string;
  readonly gives: Decision;
}

export interface Broken {
  readonly kind: PolicyKind;
  readonly text: string;
  readonly meant: readonly Meant[];
}

const TIMETABLES = 'arn:aws:s3:::tern-timetables';
const WINTER = `${TIMETABLES}/winter.csv`;
const ROLE = 'arn:aws:iam::111122223333:role/harbour-desk';

const READS: readonly Meant[] = [
  { action: 's3:GetObject', resource: WINTER, gives: 'allowed' },
  { action: 's3:DeleteObject', resource: WINTER, gives: 'implicitDeny' },
];

export const BROKEN = {
  comma: {
    kind: 'identity',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadTimetables",
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "${TIMETABLES}/*",
    }
  ]
}`,
    meant: READS,
  },
  twice: {
    kind: 'identity',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadAndList",
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Action": "s3:ListBucket",
      "Resource": ["${TIMETABLES}", "${TIMETABLES}/*"]
    }
  ]
}`,
    meant: [...READS, { action: 's3:ListBucket', resource: TIMETABLES, gives: 'allowed' }],
  },
  spelling: {
    kind: 'identity',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read timetables",
      "Effect": "allow",
      "Action": "s3.GetObject",
      "Resource": "${TIMETABLES}/*"
    }
  ]
}`,
    meant: READS,
  },
  bucket: {
    kind: 'resource',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "OskarPrints",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:user/oskar" },
      "Action": "s3:GetObject"
    }
  ]
}`,
    meant: READS,
  },
  trust: {
    kind: 'trust',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "OskarMayTakeIt",
      "Effect": "Allow",
      "Action": "sts:AssumeRole",
      "Resource": "${ROLE}"
    }
  ]
}`,
    meant: [{ action: 'sts:AssumeRole', resource: ROLE, gives: 'allowed' }],
  },
} as const satisfies Readonly<Record<string, Broken>>;

export type BrokenName = keyof typeof BROKEN;

export function isBroken(name: string): name is BrokenName {
  return Object.hasOwn(BROKEN, name);
}
