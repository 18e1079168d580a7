// A text in an address: packed, versioned, never uploaded. What is behind the `#` stays in the browser.
import { strFromU8, strToU8, Unzlib, zlibSync } from 'fflate';

export type FragmentFault = 'empty' | 'damaged' | 'newer';

/** A link that unpacks to more was made to do harm. */
const LARGEST = 16_000_000;

/**
 * The part of an address behind `#` that carries a text.
 * @param mark what it carries, such as `lab`
 */
export function makeFragment(mark: string, version: number, text: string): string {
  let binary = '';
  for (const byte of zlibSync(strToU8(text), { level: 9 })) binary += String.fromCharCode(byte);
  const packed = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return `#${mark}=${version}.${packed}`;
}

/** @returns the text, or why there is none; `empty`: the address carries nothing of this mark */
export function parseFragment(
  mark: string,
  version: number,
  fragment: string,
): { readonly text: string } | { readonly fault: FragmentFault } {
  const match = new RegExp(`^#${mark}=(\\d+)\\.([\\w-]*)$`).exec(fragment);
  if (!match) return { fault: fragment.includes(`${mark}=`) ? 'damaged' : 'empty' };
  if (Number(match[1]) > version) return { fault: 'newer' };
  try {
    return { text: unpacked(match[2] ?? '') };
  } catch {
    return { fault: 'damaged' };
  }
}

function unpacked(packed: string): string {
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const chunks: Uint8Array[] = [];
  const seen = { size: 0, ended: false };
  const reader = new Unzlib((chunk, final) => {
    seen.size += chunk.length;
    seen.ended = final;
    if (seen.size > LARGEST) throw new RangeError('too large');
    chunks.push(chunk);
  });
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
  const STEP = 4096;
  for (let at = 0; at < bytes.length; at += STEP)
    reader.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  if (!seen.ended) throw new RangeError('cut short');
  const whole = new Uint8Array(seen.size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return strFromU8(whole);
}
