// The file of a result: what somebody takes to their instructor. Everything that a table of a room needs, nothing of the key.
import type { Confidence } from '../scoring/rules.ts';
import type { Answer, KindName } from '../question.ts';

const FORMAT = 'gatehouse-result';
const VERSION = 1;

interface Share {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly max: number;
}

export interface ResultItem {
  readonly id: string;
  readonly kind: KindName;
  readonly domain: string;
  readonly task: string;
  readonly scored: boolean;
  readonly points: number;
  readonly max: number;
  /** Absent when it was left blank. */
  readonly answer?: Answer;
  readonly confidence?: Confidence;
  /** In view. */
  readonly seconds: number;
}

export interface ResultFile {
  /** As the learner writes it; may be empty. */
  readonly person: string;
  readonly exam: string;
  readonly title: string;
  /** Of the form; empty for one that nothing draws again. */
  readonly code: string;
  /** Version of the questions. */
  readonly bank: string;
  readonly mode: string;
  /** Milliseconds since 1970. */
  readonly begun: number;
  readonly closed: number;
  /** `expired` when the clock closed it. */
  readonly ended: 'submitted' | 'expired';
  /** Minutes for answering, `null` when untimed. */
  readonly minutes: number | null;
  /** How often a clock was found to have been set. */
  readonly clockMoved: number;
  readonly raw: number;
  readonly max: number;
  readonly cut: number;
  readonly scaled: number;
  readonly passMark: number;
  readonly passed: boolean;
  readonly domains: readonly Share[];
  readonly tasks: readonly Share[];
  readonly items: readonly ResultItem[];
  /** The hash of the last event in the chain, and whether the chain was found torn. */
  readonly chain?: { readonly hash: string; readonly broken: boolean };
}

/** Why a file is no result. */
export type ResultFault = 'not-a-result' | 'newer' | 'damaged';

export function makeResultFile(result: ResultFile): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...result }, null, 1)}\n`;
}

export function parseResultFile(
  text: string,
): { readonly result: ResultFile } | { readonly fault: ResultFault } {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { fault: text.includes(FORMAT) ? 'damaged' : 'not-a-result' };
  }
  if (!isRecord(file) || file['format'] !== FORMAT) return { fault: 'not-a-result' };
  const { version } = file;
  const result = Object.fromEntries(
    Object.entries(file).filter(([name]) => name !== 'format' && name !== 'version'),
  );
  if (typeof version === 'number' && version > VERSION) return { fault: 'newer' };
  return isResult(result) && addsUp(result) ? { result } : { fault: 'damaged' };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const isTruth = (value: unknown): boolean => typeof value === 'boolean';
const hasAll = (value: unknown, is: (field: unknown) => boolean, ...fields: readonly string[]): boolean =>
  isRecord(value) && fields.every((field) => is(value[field]));
const isShare = (value: unknown): boolean =>
  hasAll(value, isText, 'id', 'title') && hasAll(value, isNumber, 'points', 'max');
const isItem = (value: unknown): boolean =>
  hasAll(value, isText, 'id', 'kind', 'domain', 'task') &&
  hasAll(value, isNumber, 'points', 'max', 'seconds') &&
  hasAll(value, isTruth, 'scored');
const isListOf = (value: unknown, is: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(is);

function isResult(
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, unknown>> & ResultFile {
  return (
    hasAll(value, isText, 'person', 'exam', 'title', 'code', 'bank', 'mode', 'ended') &&
    hasAll(value, isNumber, 'begun', 'closed', 'clockMoved', 'raw', 'max', 'cut', 'scaled', 'passMark') &&
    hasAll(value, isTruth, 'passed') &&
    (value['minutes'] === null || isNumber(value['minutes'])) &&
    isListOf(value['domains'], isShare) &&
    isListOf(value['tasks'], isShare) &&
    isListOf(value['items'], isItem) &&
    (value['chain'] === undefined ||
      (hasAll(value['chain'], isText, 'hash') && hasAll(value['chain'], isTruth, 'broken')))
  );
}

/** Its points are those of its scored items. */
function addsUp({ items, raw, max }: ResultFile): boolean {
  const scored = items.filter((item) => item.scored);
  const is = (sum: number, of: 'points' | 'max'): boolean =>
    Math.abs(scored.reduce((total, item) => total + item[of], -sum)) < 0.01;
  return is(raw, 'points') && is(max, 'max');
}
