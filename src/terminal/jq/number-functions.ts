// The functions of jq on numbers and times.
import { plain, textIn, type Plain } from './calls.ts';
import type { Call } from './functions.ts';
import { named } from './order.ts';
import { Problem } from './problem.ts';
import { broken, formattedTime, readParts, secondsOf, together } from './times.ts';

const math =
  (does: (...numbers: number[]) => number): Plain =>
  (value, args) => {
    const numbers = args.length === 0 ? [value] : args;
    return does(
      ...numbers.map((one) => {
        if (typeof one !== 'number') throw new Problem(`${named(one)} number required`);
        return one;
      }),
    );
  };
const MATHS = Object.fromEntries(
  (
    [
      'floor',
      'ceil',
      'sqrt',
      'exp',
      'log',
      'log2',
      'log10',
      'sin',
      'cos',
      'tan',
      'trunc',
      'cbrt',
      'asin',
      'acos',
      'atan',
    ] as const
  ).map((name) => [`${name}/0`, plain(math((n) => Math[name](n)))] as const),
);

const PLAIN: Readonly<Record<string, Plain>> = {
  'isnan/0': (value) => Number.isNaN(value),
  'isinfinite/0': (value) => value === Infinity || value === -Infinity,
  'isnormal/0': (value) => typeof value === 'number' && Number.isFinite(value) && value !== 0,
  'infinite/0': () => Infinity,
  'nan/0': () => NaN,
  'round/0': math((n) => Math.sign(n) * Math.round(Math.abs(n))),
  'fabs/0': math(Math.abs),
  'exp2/0': math((n) => 2 ** n),
  'exp10/0': math((n) => 10 ** n),
  'pow/2': math((base, power) => base ** power),
  'fmin/2': math(Math.min),
  'fmax/2': math(Math.max),
  'now/0': (_, __, { run }) => run.now / 1000,
  'mktime/0': together,
  'gmtime/0': (value) => broken(secondsOf(value)),
  'localtime/0': (value) => broken(secondsOf(value)),
  'strftime/1': (value, [format = null]) =>
    formattedTime(value, textIn(format, 'strftime/1 requires a string format')),
  'strflocaltime/1': (value, [format = null]) =>
    formattedTime(value, textIn(format, 'strflocaltime/1 requires a string format')),
  'strptime/1': (value, [format = null]) =>
    readParts(value, textIn(format, 'strptime/1 requires string inputs and arguments')),
};

export const ON_NUMBERS: Readonly<Record<string, Call>> = {
  ...MATHS,
  ...Object.fromEntries(Object.entries(PLAIN).map(([name, does]) => [name, plain(does)])),
};
