// The classes that a condition or a variable makes.
import type { Line } from '../peer/simulation.ts';
import type { Class } from './class.ts';
import { conditionsIn, missingIn, statementsIn, textsOf, type ConditionPart } from './parts.ts';

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const MOMENT = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$|^\d+$/;
const ARN = /^arn(?::[^:]*){4}:/;

const some = (test: (condition: ConditionPart, line: Line) => boolean) => (line: Line) =>
  conditionsIn(line).some((condition) => test(condition, line));

/** A condition of a family in which one value of the policy, or of the request, is so. */
const someValue = (family: RegExp, test: (value: string) => boolean) =>
  some(({ operator, values, asked }) => family.test(operator) && [...values, ...asked].some(test));

export const CONDITION_CLASSES: readonly Class[] = [
  {
    name: 'any-address',
    source: 'ug-condition-operators',
    says: 'a range of length 0 holds every address of its family',
    covers: someValue(/IpAddress/, (value) => value.endsWith('/0')),
  },
  {
    name: 'one-ipv6-address',
    source: 'ug-condition-operators',
    says: 'an IPv6 address without a length is one address, however it is spelled',
    covers: some(
      ({ operator, values }) =>
        /IpAddress/.test(operator) && values.some((value) => /^[^/]*:[^/]*$/.test(value)),
    ),
  },
  {
    name: 'negated-variable-without-value',
    source: 'ug-variables',
    says: 'nothing fits a variable without a value, so that a negated operator holds',
    covers: some(
      ({ operator, values }, line) =>
        operator.includes('Not') && values.some((value) => missingIn(line, value).length > 0),
    ),
  },
  {
    name: 'exception-without-value',
    source: 'ug-notresource',
    says: 'an entry of NotResource whose variable has no value exempts nothing',
    covers: (line) =>
      statementsIn(line).some(({ fields }) =>
        textsOf(fields['NotResource']).some((value) => missingIn(line, value).length > 0),
      ),
  },
  {
    name: 'variable-in-an-old-version',
    source: 'ug-variables',
    says: 'before version 2012-10-17 a variable is text',
    covers: (line) =>
      statementsIn(line).some(
        ({ fields, version }) => version !== '2012-10-17' && JSON.stringify(fields).includes('${'),
      ),
  },
  {
    name: 'escaped-character',
    source: 'ug-variables',
    says: '`${*}`, `${?}` and `${$}` are the characters themselves, under StringEquals as well',
    covers: some(
      ({ operator, values }) =>
        operator.includes('StringEquals') && values.some((value) => /\$\{[*?$]\}/.test(value)),
    ),
  },
  {
    name: 'any-value-if-exists',
    source: 'ug-condition-sets',
    says: 'a missing key: ForAnyValue alone is false, IfExists alone is true; this project lets IfExists win',
    covers: some(({ operator, asked }) => /^ForAnyValue:.*IfExists$/.test(operator) && asked.length === 0),
  },
  {
    name: 'key-without-values',
    source: 'ug-condition-sets',
    says: 'a key with an empty list of values is a missing key',
    covers: ({ request }) =>
      Object.values(request.context).some((values) => values.length === 0 && values !== ''),
  },
  {
    name: 'no-number',
    source: 'ug-condition-operators',
    says: 'what is no number fits nothing under a Numeric operator, so that a negated one holds',
    covers: someValue(/^Numeric/, (value) => !NUMBER.test(value)),
  },
  {
    name: 'no-moment',
    source: 'ug-condition-operators',
    says: 'a moment has the W3C form with its zone, of a day that exists; nothing fits another text',
    covers: someValue(/^Date/, (value) => !MOMENT.test(value) || value.startsWith('2026-02-30')),
  },
  {
    name: 'no-arn',
    source: 'ug-condition-operators',
    says: 'an ARN has six parts; nothing fits another text, so that a negated operator holds',
    covers: someValue(/^Arn/, (value) => !ARN.test(value)),
  },
  {
    name: 'seconds-and-years',
    source: 'ug-condition-operators',
    says: 'a moment may be written as seconds since 1970 or as a year, and is the same moment',
    covers: someValue(/^Date/, (value) => /^\d+$/.test(value)),
  },
  {
    name: 'long-number',
    source: 'ug-condition-operators',
    says: 'numbers are compared by their value, however many digits they have',
    covers: someValue(/^Numeric/, (value) => value.length > 15),
  },
];
