// AssumeRole: a session of a role for somebody whom its trust policy names.
import { lookup, type Account, type Cloud } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { numberOf, present, textOf, type Input, type Operation, type Reply } from '../operation.ts';
import { roleSession, userIdOf, type Session } from '../session.ts';
import { roleNamed } from './acted-out.ts';
import { giveCredentials } from './credentials.ts';
import { factorIn } from './second-factor.ts';
import { narrowedBy } from './session-policies.ts';
import { sessionTags, type SessionTags } from './session-tags.ts';
import { takingPairs } from './taking.ts';

const HOUR = 3600;

/** Seconds of a session; the role's own maximum, or an hour for whoever comes with a role session. Source: api-sts. */
export function durationOf(owner: Account, role: string, input: Input, chained: boolean): number | Refused {
  const seconds = numberOf(input, 'DurationSeconds') ?? HOUR;
  if (seconds > (lookup(owner.roles, role)?.maxSession ?? HOUR))
    return fault(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  if (chained && seconds > HOUR)
    return fault(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  return seconds;
}

/** What a role session begins with, however it was taken. */
export interface Taken {
  readonly owner: Account;
  readonly role: string;
  readonly sessionName: string;
  readonly seconds: number;
  readonly tags: SessionTags;
  readonly sourceIdentity?: string | undefined;
  readonly more?: Partial<Session>;
}

/** The session, its credentials, and what the call answers of both. */
export function openRoleSession(
  cloud: Cloud,
  taken: Taken,
  input: Input,
): { readonly cloud: Cloud; readonly reply: Reply } | Refused {
  const { owner, role, sessionName, sourceIdentity, tags } = taken;
  const narrowed = narrowedBy(cloud, owner, input, tags.tags);
  if (isRefused(narrowed)) return narrowed;
  const { packed, ...policies } = narrowed;
  const session: Session = {
    ...roleSession(owner, role, sessionName),
    holderId: lookup(owner.roles, role)?.id ?? '',
    ...policies,
    ...(Object.keys(tags.tags).length > 0 ? { tags: tags.tags } : {}),
    ...(tags.transitive.length > 0 ? { transitive: tags.transitive } : {}),
    ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
    ...taken.more,
  };
  const given = giveCredentials(cloud, session, taken.seconds, input);
  const user = { AssumedRoleId: userIdOf(owner, session), Arn: session.principal.arn };
  const more = present({ PackedPolicySize: packed, SourceIdentity: sourceIdentity });
  return { cloud: given.cloud, reply: { ...given.reply, AssumedRoleUser: user, ...more } };
}

/** A code that is given counts when the trust policy asks for it, never in the session that follows. Source: ug-mfa-api. */
export const ASSUME_ROLE: Operation = {
  name: 'sts:AssumeRole',
  formFirst: true,
  needs: (site, input) => {
    const factor = factorIn(site, input);
    if (factor === undefined || site.session.principal.type === 'root') return takingPairs(site, input);
    if (isRefused(factor)) return factor;
    const present = { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '0' };
    return takingPairs(site, input, present);
  },
  run: (site, input) => {
    const { cloud, session } = site;
    if (input['ProvidedContexts'] !== undefined)
      return fault('InvalidContextAssertionException', 'The context assertion could not be validated.');
    const role = roleNamed(cloud, textOf(input, 'RoleArn'));
    if (isRefused(role)) return role;
    const chained = session.principal.type === 'assumedRole';
    const seconds = durationOf(role.owner, role.name, input, chained);
    if (typeof seconds !== 'number') return seconds;
    const wanted = textOf(input, 'SourceIdentity');
    if (session.sourceIdentity !== undefined && wanted !== '' && wanted !== session.sourceIdentity)
      return fault('ValidationError', 'The source identity is already set for this assume role session');
    const tags = sessionTags(input, session);
    if (isRefused(tags)) return tags;
    const factor = factorIn(site, input);
    return openRoleSession(
      factor && !isRefused(factor) ? factor.cloud : cloud,
      {
        owner: role.owner,
        role: role.name,
        sessionName: textOf(input, 'RoleSessionName'),
        seconds,
        tags,
        sourceIdentity: wanted || session.sourceIdentity,
        ...(chained ? { more: { chained: true } } : {}),
      },
      input,
    );
  },
};
