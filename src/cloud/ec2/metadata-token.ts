// Tokens of the metadata service. One says until when it is good and for which instance; nothing keeps it.
import { hexOf } from '../ids.ts';

const BEGINNING = 'AQAEA';

/** @param until milliseconds since 1970 */
export function makeToken(instance: string, until: number): string {
  const time = until.toString(36).padStart(9, '0');
  return `${BEGINNING}${time}${hexOf(`${instance} ${until} token`, 40)}==`;
}

export function isToken(token: string, instance: string, now: number): boolean {
  const time = new RegExp(`^${BEGINNING}([0-9a-z]{9})[0-9a-f]{40}==$`).exec(token)?.[1];
  const until = Number.parseInt(time ?? '', 36);
  return now < until && token === makeToken(instance, until);
}
