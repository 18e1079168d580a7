// GetSessionToken: temporary credentials of a user, or of root, that carry a second factor.
import { fault, isRefused } from '../fault.ts';
import { numberOf, type Operation } from '../operation.ts';
import type { Session } from '../session.ts';
import { giveCredentials } from './credentials.ts';
import { factorIn } from './second-factor.ts';

const HALF_A_DAY = 43_200;
const HOUR = 3600;

/** Long-term keys alone ask for temporary ones in this way. Source: ug-sts-comparison. */
export function mustBeLongTerm(session: Session, operation: string) {
  const { principal, issued } = session;
  const isLongTerm = (principal.type === 'user' || principal.type === 'root') && issued === undefined;
  return isLongTerm ? undefined : fault('AccessDenied', `Cannot call ${operation} with session credentials`);
}

/** Root gets an hour, whatever it asks for. Source: api-sts. */
export function lifetimeOf(session: Session, wanted: number | undefined): number {
  const seconds = wanted ?? HALF_A_DAY;
  return session.principal.type === 'root' ? Math.min(seconds, HOUR) : seconds;
}

/** Needs no permission, and no Deny stops it. Source: api-sts. */
export const GET_SESSION_TOKEN: Operation = {
  name: 'sts:GetSessionToken',
  formFirst: true,
  needs: ({ session }) => mustBeLongTerm(session, 'GetSessionToken') ?? [],
  run: (site, input) => {
    const { cloud, session } = site;
    const factor = factorIn(site, input);
    if (factor && isRefused(factor)) return factor;
    const opened: Session = { ...session, token: true, ...(factor ? { mfa: cloud.time } : {}) };
    const seconds = lifetimeOf(session, numberOf(input, 'DurationSeconds'));
    return giveCredentials(factor?.cloud ?? cloud, opened, seconds, input);
  },
};
