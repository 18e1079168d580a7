// Patterns with `*` and `?` compared with texts and with each other. Longer ones than any policy has are given up.

/** Steps after which two patterns count as unrelated. */
const STEPS = 100_000;

/** Does everything that `narrow` stands for fit `wide`? A text without wildcards stands for itself. */
export function covers(wide: string, narrow: string): boolean {
  if (wide.length * narrow.length > STEPS) return wide === narrow;
  let [w, n] = [0, 0];
  let [star, back] = [-1, 0];
  while (n < narrow.length) {
    if (wide[w] === '*') {
      star = w;
      back = n;
      w += 1;
    } else if (w < wide.length && (wide[w] === narrow[n] || (wide[w] === '?' && narrow[n] !== '*'))) {
      w += 1;
      n += 1;
    } else if (star >= 0) {
      back += 1;
      w = star + 1;
      n = back;
    } else return false;
  }
  while (wide[w] === '*') w += 1;
  return w === wide.length;
}

/** What stands before the first wildcard. */
const head = (pattern: string): string => pattern.slice(0, pattern.search(/[*?]|$/));

/** Is there a text that fits both patterns? */
export function meet(a: string, b: string): boolean {
  const [first, second] = [head(a), head(b)];
  if (!first.startsWith(second) && !second.startsWith(first)) return false;
  if (first.length === a.length) return covers(b, a);
  if (second.length === b.length) return covers(a, b);
  if (a === `${first}*` && second.startsWith(first)) return true;
  if (b === `${second}*` && first.startsWith(second)) return true;
  return a.length * b.length > STEPS || overlap(a, b);
}

/** Row by row: do the first letters of `a` and the first of `b` have a text in common? */
function overlap(a: string, b: string): boolean {
  const stars = b.length - b.replace(/^\*+/, '').length;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j <= stars);
  for (const letter of a.split('')) {
    const next = [letter === '*' && row[0] === true];
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charAt(j - 1);
      const one = letter === other || letter === '?' || other === '?';
      const any = letter === '*' || other === '*';
      next.push((one && row[j - 1] === true) || (any && (row[j] === true || next[j - 1] === true)));
    }
    row = next;
  }
  return row[b.length] === true;
}

export const hasWildcard = (value: string): boolean => /[*?]/.test(value);

/** `${key}`, with a default or without. */
export const VARIABLE = /\$\{(?:\$|[^}$]*)\}/g;

/** The value with its variables taken as wildcards. */
export const withoutVariables = (value: string): string =>
  value.includes('${') ? value.replace(VARIABLE, '*') : value;
