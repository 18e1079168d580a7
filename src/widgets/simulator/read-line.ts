// A line of the `evaluate` door, or its request alone, read into a situation. What it cannot read it refuses, with the place.
import { parseJson, type JsonError, type JsonNode, type Principal, type Range } from '#evaluator';
import { accountIn, CALLER_TYPES, callerOf, withArn } from './caller.ts';
import { printed } from './print.ts';
import { addPaper, LAYERS, type Circumstance, type Layer, type Situation } from './situation.ts';

/** Why a text is no situation. `field` as a path, such as `request.action`. */
export type LineFault =
  | { readonly code: 'json'; readonly error: JsonError; readonly range: Range }
  | {
      readonly code: 'wrong' | 'missing';
      readonly field: string;
      readonly wanted: Wanted;
      readonly range: Range;
    }
  | { readonly code: 'key-twice'; readonly field: string; readonly range: Range };

export type Wanted = 'object' | 'text' | 'flag' | 'type' | 'list' | 'texts' | 'policy';

/** `policies`: did the text carry policies, or were those of `before` kept? */
export type Opened =
  { readonly situation: Situation; readonly policies: boolean } | { readonly fault: LineFault };

class Refused extends Error {
  readonly fault: LineFault;
  constructor(fault: LineFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** @param nameOf how a policy is called that has no name in the text */
export function readLine(text: string, before: Situation, nameOf: (layer: Layer) => string): Opened {
  const read = parseJson(text);
  if ('error' in read) return { fault: { code: 'json', error: read.error, range: read.error.range } };
  try {
    return situationOf(read.node, text, before, nameOf);
  } catch (refused) {
    if (refused instanceof Refused) return { fault: refused.fault };
    throw refused;
  }
}

type Members = Extract<JsonNode, { readonly type: 'object' }>;

function situationOf(
  node: JsonNode,
  text: string,
  before: Situation,
  nameOf: (layer: Layer) => string,
): Opened {
  const top = objectOf(node, '');
  const request = member(top, 'request');
  // The request may stand alone: with or without its principal, and without the field around it.
  const asked = request ? objectOf(request, 'request') : top;
  const principal = member(top, 'principal') ?? member(asked, 'principal');
  const asking = withRequest(before, asked, request ? 'request.' : '');
  const caller = principal ? callerFrom(principal) : before.caller;
  const policies = LAYERS.some(({ field }) => member(top, field));
  const bare: Situation = policies ? { ...asking, papers: [], levels: { scp: 0, rcp: 0 } } : asking;
  return { situation: withPapers({ ...bare, caller }, top, text, nameOf), policies };
}

function withRequest(before: Situation, request: Members, path: string): Situation {
  const resource = textIn(request, 'resource', path);
  const account = member(request, 'resourceAccount');
  const owner = account && account.type !== 'null' ? textOf(account, `${path}resourceAccount`) : undefined;
  const context = member(request, 'context');
  return {
    ...before,
    action: textIn(request, 'action', path),
    resource,
    resourceAccount: owner ?? (account ? '' : (accountIn(resource) ?? before.resourceAccount)),
    resourceInManagementAccount: flagIn(request, 'resourceInManagementAccount', path),
    circumstances: context ? circumstancesOf(context, `${path}context`) : [],
  };
}

function circumstancesOf(node: JsonNode, path: string): readonly Circumstance[] {
  const seen = new Set<string>();
  return objectOf(node, path).members.map(({ key, keyRange, value }) => {
    const field = `${path}.${key}`;
    if (seen.has(key.toLowerCase())) throw new Refused({ code: 'key-twice', field, range: keyRange });
    seen.add(key.toLowerCase());
    if (value.type === 'string') return { key, values: [value.value] };
    if (value.type !== 'array') throw wrong(value, field, 'texts');
    return { key, values: value.items.map((item) => textOf(item, field, 'texts')) };
  });
}

/** The caller, or the ARN of one. */
function callerFrom(node: JsonNode): Principal {
  if (node.type === 'string') return callerOf(node.value);
  const given = objectOf(node, 'principal');
  const typed = member(given, 'type');
  if (!typed) throw missing(given, 'principal.type', 'type');
  const type = CALLER_TYPES.find((known) => typed.type === 'string' && known === typed.value);
  if (!type) throw wrong(typed, 'principal.type', 'type');
  const own = (name: string): string => {
    const value = member(given, name);
    return !value || value.type === 'null' ? '' : textOf(value, `principal.${name}`);
  };
  const arn = type === 'anonymous' ? '' : textIn(given, 'arn', 'principal.');
  const base: Principal = {
    type,
    arn,
    account: own('account'),
    roleArn: own('roleArn'),
    issuerArn: own('issuerArn'),
    inManagementAccount: flagIn(given, 'inManagementAccount', 'principal.'),
    serviceLinkedRole: flagIn(given, 'serviceLinkedRole', 'principal.'),
  };
  const derived = withArn(base, arn);
  const { roleArn = '', account } = base;
  return {
    ...derived,
    type,
    account: account === '' ? derived.account : account,
    ...(type === 'assumedRole' && roleArn !== '' ? { roleArn } : {}),
  };
}

function withPapers(
  situation: Situation,
  top: Members,
  text: string,
  nameOf: (layer: Layer) => string,
): Situation {
  const names = member(top, 'names');
  let now = situation;
  const add = (
    layer: Layer,
    level: number,
    node: JsonNode,
    name: JsonNode | undefined,
    field: string,
  ): void => {
    if (node.type !== 'object' && node.type !== 'string') throw wrong(node, field, 'policy');
    const document = node.type === 'string' ? node.value : printed(node, text, '');
    now = addPaper(now, { layer, level, name: shortText(name) ?? nameOf(layer), text: document });
  };
  for (const { layer, field, holds } of LAYERS) {
    const node = member(top, field);
    const named = names?.type === 'object' ? member(names, field) : undefined;
    if (!node || node.type === 'null') continue;
    if (holds === 'one') {
      if (node.type !== 'array' || node.items.length > 0) add(layer, 0, node, named, field);
    } else if (holds === 'many') {
      listOf(node, field).forEach((item, i) => add(layer, 0, item, itemAt(named, i), `${field}[${i}]`));
    } else {
      const levels = listOf(node, field);
      levels.forEach((level, at) => {
        listOf(level, `${field}[${at}]`).forEach((item, i) =>
          add(layer, at, item, itemAt(itemAt(named, at), i), `${field}[${at}][${i}]`),
        );
      });
      now = { ...now, levels: { ...now.levels, [layer]: levels.length } };
    }
  }
  return now;
}

function itemAt(node: JsonNode | undefined, at: number): JsonNode | undefined {
  return node?.type === 'array' ? node.items[at] : undefined;
}

const LONGEST_NAME = 80;

function shortText(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' && node.value !== '' ? node.value.slice(0, LONGEST_NAME) : undefined;
}

function wrong(node: JsonNode, field: string, wanted: Wanted): Refused {
  return new Refused({ code: 'wrong', field, wanted, range: node.range });
}

function missing(node: JsonNode, field: string, wanted: Wanted): Refused {
  return new Refused({ code: 'missing', field, wanted, range: node.range });
}

function member(node: Members, name: string): JsonNode | undefined {
  return node.members.find(({ key }) => key === name)?.value;
}

function objectOf(node: JsonNode, field: string): Members {
  if (node.type !== 'object') throw wrong(node, field, 'object');
  return node;
}

function listOf(node: JsonNode, field: string): readonly JsonNode[] {
  if (node.type !== 'array') throw wrong(node, field, 'list');
  return node.items;
}

function textOf(node: JsonNode, field: string, wanted: Wanted = 'text'): string {
  if (node.type !== 'string') throw wrong(node, field, wanted);
  return node.value;
}

function textIn(node: Members, name: string, path: string): string {
  const value = member(node, name);
  if (!value) throw missing(node, `${path}${name}`, 'text');
  return textOf(value, `${path}${name}`);
}

function flagIn(node: Members, name: string, path: string): boolean {
  const value = member(node, name);
  if (!value || value.type === 'null') return false;
  if (value.type !== 'boolean') throw wrong(value, `${path}${name}`, 'flag');
  return value.value;
}
