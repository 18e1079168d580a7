// Any text, any JSON value and any context: read without an exception, never allowed by accident.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  decide,
  errorText,
  explain,
  isInvalid,
  matchedSteps,
  messageOf,
  parseJson,
  parsePolicy,
  POLICY_KINDS,
  readDocument,
  type Context,
  type Document,
  type Layers,
  type PolicyKind,
  type Request,
} from '../index.ts';
import { paper, textOf } from '../test/made-up.ts';
import { PEOPLE } from '../test/words.ts';

const RUNS = { numRuns: 1000 };
vi.setConfig({ testTimeout: 60_000 });

/** Names that every object of JavaScript has already. */
const POLLUTING = ['__proto__', 'constructor', 'prototype', 'toString'];
const kind = fc.constantFrom(...POLICY_KINDS);
const key = fc.oneof(fc.constantFrom(...POLLUTING, 'aws:username', 'AWS:UserName', ''), fc.string());

const ELEMENTS = [
  ...['Version', 'Id', 'Statement', 'Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction'],
  ...['Resource', 'NotResource', 'Condition', 'AWS', 'Service', 'StringEquals', 'Null', 'aws:username'],
];
const WORDS = ['2012-10-17', 'Allow', 'Deny', '*', 's3:*', '${aws:username}', '${', '${*}', 'arn:aws:s3:::a'];

/** JSON values that look like policies in places. */
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.constantFrom(...WORDS),
      fc.string(),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...ELEMENTS, ...POLLUTING), fc.string()), tie('value'), {
      maxKeys: 5,
    }),
  ),
}));
const statementLike = fc.record(
  {
    Effect: fc.oneof(fc.constantFrom('Allow', 'Deny'), anyValue),
    Action: fc.oneof(fc.constantFrom('*', 's3:*'), anyValue),
    Resource: fc.oneof(fc.constant('*'), anyValue),
    Principal: anyValue,
    Condition: anyValue,
    Sid: anyValue,
  },
  { requiredKeys: [] },
);
const documentLike = fc.oneof(
  anyValue.map((value) => JSON.stringify(value)),
  fc
    .array(statementLike, { maxLength: 2 })
    .map((list) => JSON.stringify({ Version: '2012-10-17', Statement: list })),
  fc.string(),
  fc.json(),
);

const context: fc.Arbitrary<Context> = fc
  .array(fc.tuple(key, fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }))), { maxLength: 4 })
  .map((pairs) => Object.fromEntries(pairs));
const request: fc.Arbitrary<Request> = fc.record({
  principal: fc.constantFrom(...PEOPLE),
  action: fc.oneof(fc.constant('s3:GetObject'), fc.string()),
  resource: fc.oneof(fc.constant('arn:aws:s3:::a'), fc.string()),
  resourceAccount: fc.oneof(fc.constant('111122223333'), fc.string()),
  context,
});

const made = (of: PolicyKind, action: string): PolicyKind =>
  of === 'resource' && /^sts:assume/i.test(action) ? 'trust' : of;

function layersOf(asked: Request, texts: Readonly<Record<string, readonly string[] | undefined>>): Layers {
  const read = (of: PolicyKind): Document[] =>
    (texts[of] ?? []).map((text) => readDocument(text, made(of, asked.action)));
  const [boundary] = read('boundary');
  const [resource] = read('resource');
  const [vpce] = read('vpce');
  return {
    identity: read('identity'),
    session: read('session'),
    scp: [read('scp')],
    rcp: [read('rcp')],
    ...(boundary ? { boundary } : {}),
    ...(resource ? { resource } : {}),
    ...(vpce ? { vpce } : {}),
  };
}

describe('any text', () => {
  it('is read without an exception, and every finding points into it and has a sentence', () => {
    fc.assert(
      fc.property(documentLike, kind, (text, of) => {
        const result = parsePolicy(text, of);
        for (const issue of 'policy' in result ? result.policy.issues : result.issues) {
          expect(issue.range.start).toBeGreaterThanOrEqual(0);
          expect(issue.range.end).toBeGreaterThanOrEqual(issue.range.start);
          expect(issue.range.end).toBeLessThanOrEqual(text.length);
          expect(messageOf(issue)).not.toBe('');
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is JSON here exactly when it is JSON, repeated keys, depth and half characters apart', () => {
    const bits = fc
      .array(fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', 'u00', '-1', '1e5', 'true', ' ', '“'))
      .map((list) => list.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), bits), (text) => {
        const ours = parseJson(text);
        const own = ['duplicate-key', 'lone-surrogate', 'too-deep'];
        if ('error' in ours && own.includes(ours.error.fault)) return;
        let theirs = 'read';
        try {
          JSON.parse(text);
        } catch {
          theirs = 'refused';
        }
        expect('error' in ours ? 'refused' : 'read').toBe(theirs);
      }),
      { numRuns: 3000 },
    );
  });

  it('read, printed with other white space and read again means the same', () => {
    const places = ['range', 'keyRange', 'text'];
    const meaning = (text: string, of: PolicyKind): string =>
      JSON.stringify(parsePolicy(text, of), (name, part: unknown) =>
        places.includes(name) ? undefined : part,
      );
    const print = (text: string, indent: number | string): string =>
      JSON.stringify(JSON.parse(text), null, indent);
    const whole = fc.oneof(
      fc.tuple(paper, kind).map(([one, of]) => textOf(one, of)),
      documentLike.filter((text) => 'node' in parseJson(text)).map((text) => print(text, 0)),
    );
    fc.assert(
      fc.property(whole, kind, fc.constantFrom(0, 2, '\t'), (text, of, indent) => {
        expect(meaning(print(text, indent), of)).toBe(meaning(text, of));
      }),
      RUNS,
    );
  });
});

describe('any documents, any caller, any context', () => {
  const texts = fc.record(
    Object.fromEntries(POLICY_KINDS.map((of) => [of, fc.array(documentLike, { maxLength: 2 })])),
    { requiredKeys: [] },
  );

  it('[invalid-document-allows-nothing] are decided and told without an exception, and no broken document lets anything through', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    fc.assert(
      fc.property(request, texts, (asked, written) => {
        const layers = layersOf(asked, written);
        const verdict = decide(asked, layers);
        expect(explain(verdict).length).toBeGreaterThan(0);
        expect(errorText(verdict) === null).toBe(verdict.decision === 'allowed');
        expect(matchedSteps(verdict.trace)).toBeDefined();
        const { identity, session = [], scp = [], rcp = [], boundary, resource, vpce } = layers;
        const stopping = [...session, ...scp.flat(), ...rcp.flat(), boundary, resource, vpce].filter(
          (d) => d && isInvalid(d),
        );
        const denying = identity.filter((d) => isInvalid(d) && d.mayDeny);
        if (stopping.length + denying.length > 0) expect(verdict.decision).not.toBe('allowed');
      }),
      RUNS,
    );
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  });

  it('[implicit-deny-by-default] a document that is no policy allows nobody but the root user', () => {
    fc.assert(
      fc.property(request, documentLike, (asked, text) => {
        fc.pre(asked.principal.type !== 'root' && !/"Allow"|\\u/.test(text));
        for (const of of ['identity', 'resource'] as const) {
          expect(decide(asked, { ...layersOf(asked, { [of]: [text] }), scp: [], rcp: [] }).decision).not.toBe(
            'allowed',
          );
        }
      }),
      RUNS,
    );
  });
});
