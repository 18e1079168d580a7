// A situation as it is kept and shared: a version and the value. What comes back is looked at before it is believed.
import type { Principal } from '#evaluator';
import { CALLER_TYPES } from './caller.ts';
import { LAYERS, type Circumstance, type Paper, type Situation } from './situation.ts';

const VERSION = 1;

export function makeKept(situation: Situation): string {
  return JSON.stringify({ version: VERSION, situation });
}

/** @returns the situation, or why the text is none */
export function parseKept(
  text: string,
): { readonly situation: Situation } | { readonly fault: 'damaged' | 'newer' } {
  const value = parsed(text);
  if (!isRecord(value)) return { fault: 'damaged' };
  const { version, situation } = value;
  if (typeof version === 'number' && version > VERSION) return { fault: 'newer' };
  return isSituation(situation) ? { situation } : { fault: 'damaged' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean';
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 20;

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function isSituation(value: unknown): value is Situation {
  if (!isRecord(value)) return false;
  const { caller, action, resource, resourceAccount, resourceInManagementAccount, levels } = value;
  return (
    isCaller(caller) &&
    [action, resource, resourceAccount].every(isText) &&
    typeof resourceInManagementAccount === 'boolean' &&
    isListOf(value['circumstances'], isCircumstance) &&
    isListOf(value['papers'], isPaper) &&
    new Set(value['papers'].map(({ id }) => id)).size === value['papers'].length &&
    isRecord(levels) &&
    isCount(levels['scp']) &&
    isCount(levels['rcp'])
  );
}

function isCaller(value: unknown): value is Principal {
  if (!isRecord(value)) return false;
  const { type, arn, account, roleArn, issuerArn, inManagementAccount, serviceLinkedRole } = value;
  return (
    CALLER_TYPES.some((known) => known === type) &&
    isText(arn) &&
    isText(account) &&
    [roleArn, issuerArn].every((text) => text === undefined || isText(text)) &&
    [inManagementAccount, serviceLinkedRole].every(isFlag)
  );
}

function isCircumstance(value: unknown): value is Circumstance {
  return isRecord(value) && isText(value['key']) && isListOf(value['values'], isText);
}

function isPaper(value: unknown): value is Paper {
  return (
    isRecord(value) &&
    LAYERS.some(({ layer }) => layer === value['layer']) &&
    isCount(value['level']) &&
    isText(value['id']) &&
    /^p\d+$/.test(value['id']) &&
    isText(value['name']) &&
    isText(value['text'])
  );
}
