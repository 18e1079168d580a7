// The expressions of a call, read together: what one uses, none of the others need.
import { fault, type Refused } from '../fault.ts';
import { isStructure, textOf, textsOf, type Input } from '../operation.ts';
import { parseCondition, pathsOf, type Condition } from './condition.ts';
import { overlaps, showPath, type Path } from './path.ts';
import { cursorOver, pathAt, skip, syntaxFault, type Cursor, type Placeholders } from './tokens.ts';
import { parseUpdate, pathsRead, type Action } from './update.ts';
import { readValue } from './value.ts';

export interface Expressions {
  readonly condition?: Condition;
  readonly filter?: Condition;
  readonly key?: Condition;
  readonly update?: readonly Action[];
  readonly projection?: readonly Path[];
  /** Of the first thing that is wrong. */
  readonly fault?: Refused;
}

const NAMES = [
  'UpdateExpression',
  'ConditionExpression',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
];

/** Reads every expression that an input has. Source: dynamodb-expressions. */
export function expressionsOf(input: Input): Expressions {
  const placeholders: Placeholders = {
    names: structure(input, 'ExpressionAttributeNames'),
    values: structure(input, 'ExpressionAttributeValues'),
    usedNames: new Set(),
    usedValues: new Set(),
  };
  const faults: (Refused | undefined)[] = [legacyFault(input), emptyFault(input), valuesFault(placeholders)];
  const read = <T>(member: string, parse: (cursor: Cursor) => T): T | undefined => {
    if (typeof input[member] !== 'string') return undefined;
    const cursor = cursorOver(textOf(input, member), placeholders);
    const parsed = textOf(input, member) === '' ? undefined : parse(cursor);
    const message = parsed === undefined ? 'The expression can not be empty;' : cursor.fault;
    if (message !== undefined) faults.push(invalid(`Invalid ${member}: ${message}`));
    return cursor.fault === undefined ? parsed : undefined;
  };
  const update = read('UpdateExpression', parseUpdate);
  const condition = read('ConditionExpression', parseCondition);
  const key = read('KeyConditionExpression', parseCondition);
  const filter = read('FilterExpression', parseCondition);
  const projection = read('ProjectionExpression', parsePaths);
  const wrong = [...faults, unusedFault(placeholders)].find((one) => one !== undefined);
  return {
    ...(update ? { update } : {}),
    ...(condition ? { condition } : {}),
    ...(key ? { key } : {}),
    ...(filter ? { filter } : {}),
    ...(projection ? { projection } : {}),
    ...(wrong ? { fault: wrong } : {}),
  };
}

function structure(input: Input, member: string): Input {
  const value = input[member];
  return isStructure(value) ? value : {};
}

function invalid(message: string): Refused {
  return fault('ValidationException', message);
}

/** The older form of conditions and updates. */
const LEGACY = [
  'Expected',
  'AttributeUpdates',
  'KeyConditions',
  'QueryFilter',
  'ScanFilter',
  'ConditionalOperator',
];

function legacyFault(input: Input): Refused | undefined {
  const old = LEGACY.find((member) => input[member] !== undefined);
  return old === undefined
    ? undefined
    : invalid(`${old} is a parameter of the past and not simulated here. Write an expression instead.`);
}

/** Placeholders without an expression, or none between the braces. */
function emptyFault(input: Input): Refused | undefined {
  const has = NAMES.some((member) => input[member] !== undefined);
  for (const member of ['ExpressionAttributeNames', 'ExpressionAttributeValues']) {
    const given = input[member];
    if (!isStructure(given)) continue;
    if (!has) return invalid(`${member} can only be specified when using expressions`);
    if (Object.keys(given).length === 0) return invalid(`${member} must not be empty`);
    const mark = member === 'ExpressionAttributeNames' ? '#' : ':';
    const wrong = Object.keys(given).find((key) => !key.startsWith(mark) || !/^.\w+$/.test(key));
    if (wrong !== undefined) return invalid(`${member} contains invalid key: Syntax error; key: "${wrong}"`);
  }
  return undefined;
}

function valuesFault({ values }: Placeholders): Refused | undefined {
  for (const [key, raw] of Object.entries(values)) {
    const value = readValue(raw);
    if ('fault' in value)
      return invalid(
        `ExpressionAttributeValues contains invalid value: ${value.fault.message} for key ${key}`,
      );
  }
  return undefined;
}

function unusedFault({ names, values, usedNames, usedValues }: Placeholders): Refused | undefined {
  for (const [member, given, used] of [
    ['ExpressionAttributeNames', names, usedNames],
    ['ExpressionAttributeValues', values, usedValues],
  ] as const) {
    const left = Object.keys(given).filter((key) => !used.has(key));
    if (left.length > 0)
      return invalid(`Value provided in ${member} unused in expressions: keys: {${left.join(', ')}}`);
  }
  return undefined;
}

function parsePaths(cursor: Cursor): readonly Path[] {
  const paths = [pathAt(cursor)];
  while (skip(cursor, ',')) paths.push(pathAt(cursor));
  if (cursor.at < cursor.tokens.length) syntaxFault(cursor);
  paths.forEach((path, i) => {
    const other = paths.slice(0, i).find((before) => overlaps(before, path));
    if (other)
      cursor.fault ??= `Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [${showPath(other)}], path two: [${showPath(path)}]`;
  });
  return paths;
}

/** The attributes that the expressions of a call name. */
export function attributesNamed({
  condition,
  filter,
  key,
  update = [],
  projection = [],
}: Expressions): readonly string[] {
  const paths = [
    ...[condition, filter, key].flatMap((one) => (one ? pathsOf(one) : [])),
    ...update.map(({ path }) => path),
    ...pathsRead(update),
    ...projection,
  ];
  return [...new Set(paths.map(([name]) => String(name)))];
}

/** The paths that a call wants to see; nothing when it wants all. */
export function wantedPaths(input: Input, { projection }: Expressions): readonly Path[] | undefined {
  const names = textsOf(input, 'AttributesToGet');
  return projection ?? (names.length > 0 ? names.map((name) => [name]) : undefined);
}
