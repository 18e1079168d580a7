// A situation in an address: packed, versioned, never uploaded. What is behind the `#` stays in the browser.
import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import type { Lab } from '#course';

const VERSION = 1;
const MARK = 'lab=';

export type LinkFault = 'empty' | 'damaged' | 'newer';

/** The part of an address behind `#` that carries a lab. */
export function makeFragment(lab: Lab): string {
  const packed = zlibSync(strToU8(JSON.stringify(lab)), { level: 9 });
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  const text = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return `#${MARK}${VERSION}.${text}`;
}

export function parseFragment(fragment: string): { readonly lab: Lab } | { readonly fault: LinkFault } {
  const match = /^#lab=(\d+)\.([\w-]*)$/.exec(fragment);
  if (!match) return { fault: fragment.includes(MARK) ? 'damaged' : 'empty' };
  if (Number(match[1]) > VERSION) return { fault: 'newer' };
  try {
    const binary = atob((match[2] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    const text = strFromU8(unzlibSync(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
    const value: unknown = JSON.parse(text);
    return isLab(value) ? { lab: value } : { fault: 'damaged' };
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
    !isRecord(value['spec'])
  )
    return false;
  const { start, who, does, on, edits } = value['spec'];
  if (value['from'] !== undefined && !isWayBack(value['from'])) return false;
  return isRecord(start) && [who, does, on, edits].every(Array.isArray);
}

/** A link comes from anybody: the way back leads to a result of this site and nowhere else. */
function isWayBack(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['title'] === 'string' &&
    typeof value['href'] === 'string' &&
    /^\/exam\/result\/\?attempt=[\w.~%-]+(?:#[\w-]+)?$/.test(value['href'])
  );
}
