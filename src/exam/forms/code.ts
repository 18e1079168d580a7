// The code of a form on paper: `SCS3-132T-MY8N-EP0Z`. It is the exam's four characters, the seed in Crockford's base 32
// and a character that checks them all. The same digits as Crockford's: no I, L, O or U.
import { isSeed } from '../random.ts';

export type CodeFault =
  /** No code holds this character. */
  | { readonly fault: 'character'; readonly character: string }
  /** So many characters, dashes and spaces apart, where a code has `CODE_LENGTH`. */
  | { readonly fault: 'length'; readonly length: number }
  /** Some character is mistaken. */
  | { readonly fault: 'check' }
  /** A good code of another exam, whose characters these are, `O`, `I` and `L` as the digits that they look like. */
  | { readonly fault: 'exam'; readonly exam: string };

export const CODE_LENGTH = 16;

/**
 * @param exam the four characters of its exam: letters and digits, but no U
 * @throws RangeError when it is no seed, or an exam's characters are not such
 */
export function makeFormCode(exam: string, seed: number): string {
  if (!isSeed(seed)) throw new RangeError(`${seed} is no seed: a whole number from 0 to 2^53 − 1`);
  const own = valuesOf(exam);
  if (own.length !== EXAM_LENGTH || own.includes(-1))
    throw new RangeError(`\`${exam}\` is no code of an exam: ${EXAM_LENGTH} letters and digits, but no U`);
  const values = [...own, ...digitsOf(seed)];
  const check = twice(values.reduce(carry, 0));
  const text =
    exam.toUpperCase() + [...values.slice(EXAM_LENGTH), check].map((v) => DIGITS.charAt(v)).join('');
  return (text.match(/.{4}/g) ?? []).join('-');
}

/**
 * Reads what a person typed: in any case, with or without dashes and spaces, O for 0, I and L for 1. Every single
 * mistaken character is noticed, and every two that changed places.
 * @param exam the four characters of the exam that the code should be of
 */
export function parseFormCode(text: string, exam: string): { readonly seed: number } | CodeFault {
  const characters = Array.from(text.replace(/[\s\p{Pd}\u2212]/gu, ''));
  const values = characters.flatMap(valuesOf);
  const stranger = characters[values.indexOf(-1)];
  if (stranger !== undefined) return { fault: 'character', character: stranger };
  if (values.length !== CODE_LENGTH) return { fault: 'length', length: values.length };
  const seed = values.slice(EXAM_LENGTH, -1).reduce((sum, value) => sum * DIGITS.length + value, 0);
  if (values.reduce(carry, 0) !== 0 || !isSeed(seed)) return { fault: 'check' };
  const own = values.slice(0, EXAM_LENGTH);
  if (own.join() !== valuesOf(exam).join())
    return { fault: 'exam', exam: own.map((value) => DIGITS.charAt(value)).join('') };
  return { seed };
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LOOKS_LIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const EXAM_LENGTH = 4;
const SEED_LENGTH = CODE_LENGTH - EXAM_LENGTH - 1;

/** What each character stands for, −1 where it stands for nothing. */
function valuesOf(text: string): number[] {
  return Array.from(text, (character) => {
    const upper = character.toUpperCase();
    return upper.length === 1 ? DIGITS.indexOf(LOOKS_LIKE[upper] ?? upper) : -1;
  });
}

function digitsOf(seed: number): number[] {
  const digits: number[] = [];
  for (let rest = seed; digits.length < SEED_LENGTH; rest = Math.floor(rest / DIGITS.length))
    digits.unshift(rest % DIGITS.length);
  return digits;
}

/**
 * Values are elements of the field of 32. Doubling has order 31, so each of the sixteen places weighs differently: no
 * single change and no exchange of two places leaves the sum as it was. A whole code sums to nothing.
 */
const twice = (value: number): number => (value < 16 ? value << 1 : (value << 1) ^ 0b100101);
const carry = (sum: number, value: number): number => twice(sum) ^ value;
