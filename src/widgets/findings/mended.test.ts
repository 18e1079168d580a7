import { describe, expect, it } from 'vitest';
import { BROKEN, isBroken, type BrokenName } from './broken.ts';
import { mendedBy } from './mended.ts';

const MENDED: Readonly<Record<BrokenName, (text: string) => string>> = {
  comma: (text) => text.replace('/*",\n', '/*"\n'),
  twice: (text) =>
    text.replace(
      '"Action": "s3:GetObject",\n      "Action": "s3:ListBucket"',
      '"Action": ["s3:GetObject", "s3:ListBucket"]',
    ),
  spelling: (text) =>
    text.replace('Read timetables', 'ReadTimetables').replace('"allow"', '"Allow"').replace('s3.', 's3:'),
  bucket: (text) =>
    text.replace('"s3:GetObject"', '"s3:GetObject",\n"Resource": "arn:aws:s3:::tern-timetables/*"'),
  trust: (text) =>
    text.replace(
      /"Action": .*\n.*\n/,
      '"Principal": { "AWS": "arn:aws:iam::111122223333:user/oskar" }, "Action": "sts:AssumeRole"\n',
    ),
};
const codes = (name: BrokenName) => mendedBy(BROKEN[name], BROKEN[name].text).issues.map(({ code }) => code);

describe('[invalid-document-allows-nothing] a broken document', () => {
  it.each(Object.keys(BROKEN).filter(isBroken))(
    '%s has errors and allows nothing, and can be mended',
    (name) => {
      const as = mendedBy(BROKEN[name], BROKEN[name].text);
      expect(as.whole).toBe(false);
      expect(as.issues.some(({ severity }) => severity === 'ERROR')).toBe(true);
      expect(as.done.some(({ decision }) => decision === 'allowed')).toBe(false);
      expect(mendedBy(BROKEN[name], MENDED[name](BROKEN[name].text)).whole).toBe(true);
    },
  );
  it('is not mended by taking its statement away', () => {
    const { issues, whole } = mendedBy(BROKEN.comma, '{ "Version": "2012-10-17", "Statement": [] }');
    expect([issues.some(({ severity }) => severity === 'ERROR'), whole]).toEqual([false, false]);
  });
  it('is not mended by a star that allows more than was meant', () => {
    const text = MENDED.comma(BROKEN.comma.text).replace('s3:GetObject', 's3:*');
    expect(mendedBy(BROKEN.comma, text).whole).toBe(false);
  });
  it('of several mistakes shows each', () => {
    expect(codes('spelling')).toEqual(['UNSUPPORTED_SID', 'INVALID_EFFECT', 'INVALID_ACTION']);
    expect(codes('trust')).toContain('MISSING_PRINCIPAL');
  });
});
