// Refusals that do not name their caller, and what they tell all the same. Sources: api-sts,
// ug-troubleshoot-access-denied.
import { joined, loose } from './wrapped.ts';

export interface Bare {
  readonly kind: 's3' | 'ec2' | 'webIdentity' | 'saml' | 'sts';
  readonly code?: string;
  readonly operation?: string;
  readonly action?: string;
  /** What DecodeAuthorizationMessage would decode. */
  readonly encoded?: string;
}

const S3 = new RegExp(`(?:^|:[ \\n])${loose('Access Denied')}\\.?(?:[ \\n]\\(.*)?$`, 's');
const EC2 = new RegExp(loose('You are not authorized to perform this operation'), 'i');
const STS = new RegExp(
  `(?:^|[ \\n])${loose('Not authorized to perform')}:?[ \\n](?<action>s\\n?t\\n?s\\n?:[\\w\\n]+)`,
  'i',
);

const KINDS: Readonly<Partial<Record<string, Bare['kind']>>> = {
  'sts:AssumeRoleWithWebIdentity': 'webIdentity',
  'sts:AssumeRoleWithSAML': 'saml',
};

/** @param text as `unwrapped` gives it, of a message that names no caller */
export function bareIn(text: string): Pick<Bare, 'kind' | 'action'> | undefined {
  if (S3.test(text)) return { kind: 's3' };
  if (EC2.test(text)) return { kind: 'ec2' };
  const found = STS.exec(text)?.groups?.['action'];
  if (found === undefined) return undefined;
  const action = joined(found);
  return { kind: KINDS[action] ?? 'sts', action };
}
