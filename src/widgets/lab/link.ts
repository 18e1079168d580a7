// A lab's situation in an address. What is behind the `#` stays in the browser.
import type { Lab } from '#course';
import * as site from '#widgets/site/fragment.ts';
import { upgraded } from './older.ts';

/** Version 1 carried managed policies as texts; `upgraded` reads it. */
const VERSION = 2;
const MARK = 'lab';

export type LinkFault = site.FragmentFault;

/** The part of an address behind `#` that carries a lab. */
export function makeFragment(lab: Lab): string {
  return site.makeFragment(MARK, VERSION, JSON.stringify(lab));
}

export function parseFragment(fragment: string): { readonly lab: Lab } | { readonly fault: LinkFault } {
  const carried = site.parseFragment(MARK, VERSION, fragment);
  if ('fault' in carried) return carried;
  try {
    const value: unknown = JSON.parse(carried.text);
    return isLab(value) ? { lab: { ...value, cloud: upgraded(value.cloud) } } : { fault: 'damaged' };
  } catch {
    return { fault: 'damaged' };
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Enough to open it; a policy in it may be anything. */
function isLab(value: unknown): value is Lab {
  if (
    !isRecord(value) ||
    !isRecord(value['cloud']) ||
    !isRecord(value['cloud']['accounts']) ||
    !Object.values(value['cloud']['accounts']).every(isAccount) ||
    !isRecord(value['spec'])
  )
    return false;
  const { start, who, does, on, edits } = value['spec'];
  if (value['from'] !== undefined && !isWayBack(value['from'])) return false;
  return isRecord(start) && [who, does, on, edits].every(Array.isArray);
}

function isAccount(value: unknown): boolean {
  return isRecord(value) && isRecord(value['users']) && isRecord(value['policies']);
}

/** A link comes from anybody: the way back leads to an exam of this site, or a result, and nowhere else. */
function isWayBack(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['title'] === 'string' &&
    typeof value['href'] === 'string' &&
    /^\/exam\/(?:[a-z0-9-]+\/|result\/\?attempt=[\w.~%-]+(?:#[\w-]+)?)$/.test(value['href'])
  );
}
