// The words for what an identity provider signed too long ago.
import { fault, type Refused } from '../fault.ts';

/** Source: api-sts. */
export function tokenExpired(now: number, until: number): Refused {
  const at = (time: number): number => Math.floor(time / 1000);
  return fault(
    'ExpiredTokenException',
    `Token expired: current date/time ${at(now)} must be before the expiration date/time ${at(until)}`,
  );
}
