// The encoded message in a refusal of EC2: what was asked and which statement denied it. It needs no store to be read.
import { documentAt, isInvalid, matchedSteps, type Statement, type Step } from '#evaluator';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Part } from '../authorize.ts';
import { bytesOfUrl, textOfBytes, base64UrlOf, utf8 } from '../bytes.ts';
import { fault } from '../fault.ts';
import { textOf, type Operation } from '../operation.ts';

const CHECK = 8;
const NUMBER = 12;

/** What a refused pair is told in, for readers of the account that it happened in. */
export function encodeMessage(part: Part): string {
  const plain = utf8(`${part.request.principal.account}${JSON.stringify(messageOf(part))}`);
  const check = sha256(plain).slice(0, CHECK);
  return base64UrlOf(Uint8Array.from([...check, ...blurred(plain, check)]));
}

/** The account and the text behind an encoded message; `undefined` when it is none. */
function decodeMessage(encoded: string): { readonly account: string; readonly text: string } | undefined {
  const bytes = bytesOfUrl(encoded);
  if (!bytes || bytes.length <= CHECK + NUMBER) return undefined;
  const check = bytes.slice(0, CHECK);
  const plain = blurred(bytes.slice(CHECK), check);
  if (sha256(plain).slice(0, CHECK).join() !== check.join()) return undefined;
  const all = textOfBytes(plain);
  return { account: all.slice(0, NUMBER), text: all.slice(NUMBER) };
}

/** The same twice gives the bytes back. */
function blurred(bytes: Uint8Array, key: Uint8Array): Uint8Array {
  let stream = sha256(key);
  return bytes.map((byte, i) => {
    if (i > 0 && i % stream.length === 0) stream = sha256(stream);
    return byte ^ (stream[i % stream.length] ?? 0);
  });
}

const items = <T>(all: readonly T[]) => ({ items: all });
const values = (all: readonly string[]) => items(all.map((value) => ({ value })));

function messageOf(part: Part): object {
  const { request, verdict } = part;
  const { principal, action, resource, context } = request;
  const denies = matchedSteps(verdict.trace).filter(({ seen }) => seen?.['effect'] === 'Deny');
  const id = context['aws:userid'];
  return {
    allowed: false,
    explicitDeny: verdict.decision === 'explicitDeny',
    matchedStatements: items(denies.flatMap((step) => statementOf(part, step))),
    failures: items([]),
    context: {
      principal: {
        id: typeof id === 'string' ? id : principal.account,
        ...(principal.type === 'user' ? { name: principal.arn.split('/').at(-1) } : {}),
        arn: principal.arn,
      },
      action,
      resource,
      conditions: items(
        Object.entries(context).map(([key, value]) => ({
          key,
          values: values(typeof value === 'string' ? [value] : value),
        })),
      ),
    },
  };
}

function statementOf({ layers }: Part, { at, seen }: Step): readonly object[] {
  const document = at && documentAt(layers, at);
  const statement = document && !isInvalid(document) ? document.statements[at.statement ?? 0] : undefined;
  if (!statement) return [];
  return [
    {
      statementId: seen?.['sid'] ?? '',
      effect: 'DENY',
      principals: values((statement.principal?.named ?? []).map(({ text }) => text.value)),
      principalGroups: items([]),
      actions: values(statement.action.patterns.map(({ value }) => value)),
      resources: values((statement.resource?.patterns ?? []).map(({ value }) => value)),
      conditions: items(statement.conditions.map(conditionOf)),
    },
  ];
}

function conditionOf({ key, test }: Statement['conditions'][number]): object {
  return { key: key.value, values: values(test.values.map(({ value }) => value)) };
}

/** Only callers of the account in which the call was refused can read it. Source: api-sts. */
export const DECODE_AUTHORIZATION_MESSAGE: Operation = {
  name: 'sts:DecodeAuthorizationMessage',
  formFirst: true,
  needs: () => [{ action: 'sts:DecodeAuthorizationMessage', on: '*' }],
  run: ({ cloud, account }, input) => {
    const decoded = decodeMessage(textOf(input, 'EncodedMessage').trim());
    return decoded?.account === account.id
      ? { cloud, reply: { DecodedMessage: decoded.text } }
      : fault('InvalidAuthorizationMessageException', 'Message is not valid');
  },
};
