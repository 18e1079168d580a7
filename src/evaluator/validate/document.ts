// The document as a whole: its characters, its size, and the names of its statements.
import type { IssueCode } from '../issue.ts';
import type { PolicyKind } from '../policy.ts';
import { found, NONE, when, type Check } from './check.ts';
import type { Text, View } from './view.ts';

/** Kinds whose Sids are letters and digits. Source: ug-quotas. */
const IAM_KINDS: readonly PolicyKind[] = ['identity', 'boundary', 'session', 'trust'];
const UNIQUE: readonly PolicyKind[] = [...IAM_KINDS, 'scp', 'rcp'];

interface Quota {
  readonly code: IssueCode;
  readonly largest: number;
  /** Characters without white space, all characters, or bytes. */
  readonly count: (text: string) => number;
}

/** Characters without white space, as IAM counts them. */
export const sizeOf = (text: string): number => text.replace(/\s+/g, '').length;
const characters = (text: string): number => text.length;

/** Bytes in UTF-8, of a text without lone surrogates. */
const bytes = (text: string): number => encodeURIComponent(text).replace(/%../g, '.').length;

const quota = (code: IssueCode, largest: number, count: Quota['count']): Quota => ({ code, largest, count });
const IDENTITY = 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA';
const RESOURCE = 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA';

/** Source: ug-quotas, org-quotas; of services as their own quotas pages have it. */
const QUOTAS: Readonly<Record<PolicyKind, Quota>> = {
  identity: quota(IDENTITY, 6144, sizeOf),
  boundary: quota(IDENTITY, 6144, sizeOf),
  session: quota(IDENTITY, 2048, sizeOf),
  trust: quota('POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA', 2048, sizeOf),
  scp: quota('POLICY_SIZE_EXCEEDS_SCP_QUOTA', 10_240, characters),
  rcp: quota('POLICY_SIZE_EXCEEDS_RCP_QUOTA', 5120, characters),
  vpce: quota(RESOURCE, 20_480, characters),
  resource: quota(RESOURCE, 20_480, bytes),
};
const OF_SERVICE: Readonly<Record<string, number>> = { kms: 32_768, sns: 30_720, sqs: 8192 };

const whole = ({ text }: View): Text => ({
  value: '',
  path: '',
  range: { start: 0, end: Math.min(1, text.length) },
});

export const DOCUMENT: readonly Check[] = [
  {
    codes: ['JSON_SYNTAX_ERROR'],
    document: ({ text }) => {
      const at = text.search(/[^\t\n\r\u0020-\u00ff]/);
      if (at < 0) return NONE;
      const value = String.fromCodePoint(text.codePointAt(at) ?? 0);
      return [found('JSON_SYNTAX_ERROR', { value, path: '', range: { start: at, end: at + value.length } })];
    },
  },
  {
    codes: [...new Set(Object.values(QUOTAS).map(({ code }) => code))],
    document: (view) => {
      const { code, count, largest: general } = QUOTAS[view.kind];
      const largest = OF_SERVICE[view.patron ?? ''] ?? general;
      if (view.text.length <= largest / 3) return NONE;
      const size = count(view.text);
      return when(size > largest, code, whole(view), { size: String(size), largest: String(largest) });
    },
  },
  {
    codes: ['UNSUPPORTED_SID', 'EMPTY_SID_VALUE'],
    statement: ({ sid }, { kind }) => {
      if (!sid) return NONE;
      if (sid.value === '') return [found('EMPTY_SID_VALUE', sid)];
      return when(IAM_KINDS.includes(kind) && !/^[a-z\d]+$/i.test(sid.value), 'UNSUPPORTED_SID', sid);
    },
  },
  {
    codes: ['UNIQUE_SIDS_REQUIRED', 'UNIQUE_SIDS_RECOMMENDED'],
    document: ({ kind, statements }) => {
      const code = UNIQUE.includes(kind) ? 'UNIQUE_SIDS_REQUIRED' : 'UNIQUE_SIDS_RECOMMENDED';
      const seen = new Set<string>();
      return statements.flatMap(({ sid }) => {
        if (!sid || sid.value === '') return NONE;
        const again = seen.has(sid.value);
        seen.add(sid.value);
        return when(again, code, sid);
      });
    },
  },
];
