// Random passwords: they follow from the seed of the cloud as everything does.
import { issueHex } from '../ids.ts';
import { flagOf, numberOf, textOf, type Input, type Operation } from '../operation.ts';
import { badParameter, rewords } from './secret.ts';

/** Kinds of characters, each with the member that leaves it out. Source: api-secretsmanager. */
const KINDS: readonly (readonly [leftOutBy: string, characters: string])[] = [
  ['ExcludeLowercase', 'abcdefghijklmnopqrstuvwxyz'],
  ['ExcludeUppercase', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['ExcludeNumbers', '0123456789'],
  ['ExcludePunctuation', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'],
];
const USUAL_LENGTH = 32;

/** The alphabets that a password is made of. */
function alphabets(input: Input): readonly string[] {
  const unwanted = new Set(textOf(input, 'ExcludeCharacters'));
  const kinds = KINDS.filter(([leftOutBy]) => flagOf(input, leftOutBy) !== true).map(([, all]) => all);
  return [...kinds, ...(flagOf(input, 'IncludeSpace') === true ? [' '] : [])]
    .map((all) =>
      Array.from(all)
        .filter((one) => !unwanted.has(one))
        .join(''),
    )
    .filter((all) => all !== '');
}

const DIGITS = 6;

/** Numbers out of so many hexadecimal digits each. */
function numbers(digits: string): readonly number[] {
  return Array.from({ length: Math.floor(digits.length / DIGITS) }, (_, i) =>
    Number.parseInt(digits.slice(i * DIGITS, (i + 1) * DIGITS), 16),
  );
}

const pick = (from: string, number: number): string => from[number % from.length] ?? '';

const getRandomPassword: Operation = {
  name: 'secretsmanager:GetRandomPassword',
  needs: () => [{ action: 'secretsmanager:GetRandomPassword', on: '*' }],
  run: (site, input) => {
    const length = numberOf(input, 'PasswordLength') ?? USUAL_LENGTH;
    const kinds = alphabets(input);
    const each = flagOf(input, 'RequireEachIncludedType') ?? true;
    if (kinds.length === 0) return badParameter('Password must include at least one type of character.');
    if (each && length < kinds.length)
      return badParameter('Password length is too short based on the required types.');
    const { cloud, id } = issueHex(site.cloud, length * 2 * DIGITS);
    const drawn = numbers(id);
    const all = kinds.join('');
    const characters = drawn
      .slice(0, length)
      .map((number, i) => pick(each ? (kinds[i] ?? all) : all, number));
    const order = drawn.slice(length);
    const password = characters
      .map((character, i) => ({ character, at: order[i] ?? 0 }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ character }) => character)
      .join('');
    return { cloud, reply: { RandomPassword: password } };
  },
  rewords,
};

export const PASSWORDS: readonly Operation[] = [getRandomPassword];
