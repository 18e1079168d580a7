// A line of the evaluate door, read into a request and its documents. What it cannot read it refuses by name.
import { nearest, readDocument } from '#evaluator';
import type { Document, Layers, PolicyKind, Request } from '#evaluator';
import { readPrincipal, readRequest } from './asking.ts';
import { Unreadable } from './lines.ts';
import { itemTexts, memberTexts } from './slices.ts';

/** A document with its place among the layers; `policy` is `[level, policy]` in an organization. */
export interface Placed {
  readonly kind: PolicyKind;
  readonly policy: number | readonly [level: number, policy: number];
  readonly document: Document;
}

export interface Case {
  readonly request: Request;
  readonly layers: Layers;
  readonly documents: readonly Placed[];
}

const FIELDS = [
  ...['id', 'principal', 'request', 'identityPolicies', 'resourcePolicy', 'permissionsBoundary'],
  ...['sessionPolicies', 'serviceControlPolicies', 'resourceControlPolicies', 'vpcEndpointPolicy'],
];

const TRUST = /^sts:(?:assumerole|tagsession|setsourceidentity)/i;

/**
 * @param line the text that `input` was read from: documents are read from it as they stand there
 * @throws Unreadable when a field is missing or of the wrong type
 */
export function readCase(input: Record<string, unknown>, line: string): Case {
  refuseMisspelled(input);
  const request = readRequest(input['request'], readPrincipal(input['principal']));
  const fields = new Fields(input, line);
  const identity = fields.list('identityPolicies', 'identity');
  const session = fields.list('sessionPolicies', 'session');
  const scp = fields.levels('serviceControlPolicies', 'scp');
  const rcp = fields.levels('resourceControlPolicies', 'rcp');
  const boundary = fields.one('permissionsBoundary', 'boundary');
  const resource = fields.one('resourcePolicy', TRUST.test(request.action) ? 'trust' : 'resource');
  const vpce = fields.one('vpcEndpointPolicy', 'vpce');
  const layers: Layers = {
    identity,
    session,
    scp,
    rcp,
    ...(boundary ? { boundary } : {}),
    ...(resource ? { resource } : {}),
    ...(vpce ? { vpce } : {}),
  };
  const placed = (list: readonly Document[]): Placed[] =>
    list.map((document, policy) => ({ kind: document.kind, policy, document }));
  const inLevels = (levels: readonly (readonly Document[])[]): Placed[] =>
    levels.flatMap((level, at) =>
      placed(level).map((one, policy) => ({ ...one, policy: [at, policy] as const })),
    );
  const single = (document: Document | undefined): Placed[] => (document ? placed([document]) : []);
  const documents = [
    ...placed(identity),
    ...single(boundary),
    ...placed(session),
    ...inLevels(scp),
    ...inLevels(rcp),
    ...single(resource),
    ...single(vpce),
  ];
  return { request, layers, documents };
}

/** Fields that the door does not know are somebody's notes, unless one is nearly the name of a field. */
function refuseMisspelled(input: Record<string, unknown>): void {
  for (const name of Object.keys(input)) {
    const meant = FIELDS.includes(name) ? undefined : nearest(name, FIELDS);
    if (meant !== undefined)
      throw new Unreadable(`there is no field \`${name}\`. Did you mean \`${meant}\`?`);
  }
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

class Fields {
  private readonly input: Record<string, unknown>;
  private readonly texts: ReadonlyMap<string, string>;

  constructor(input: Record<string, unknown>, line: string) {
    this.input = input;
    this.texts = memberTexts(line);
  }

  one(name: string, kind: PolicyKind): Document | undefined {
    const value = this.input[name];
    return isNothing(value) ? undefined : documentOf(value, this.texts.get(name) ?? '', kind);
  }

  list(name: string, kind: PolicyKind): readonly Document[] {
    const value = this.input[name];
    if (isNothing(value)) return [];
    if (!Array.isArray(value)) throw new Unreadable(`${name} must be a list of documents`);
    return documentsOf(value, this.texts.get(name) ?? '', kind);
  }

  levels(name: string, kind: PolicyKind): readonly (readonly Document[])[] {
    const value = this.input[name];
    if (isNothing(value)) return [];
    if (!Array.isArray(value)) throw new Unreadable(`${name} must be a list of levels`);
    const texts = itemTexts(this.texts.get(name) ?? '');
    return value.map((level: unknown, at) => {
      if (!Array.isArray(level)) throw new Unreadable(`${name}[${at}] must be a list of documents`);
      return documentsOf(level, texts[at] ?? '', kind);
    });
  }
}

function documentsOf(values: readonly unknown[], text: string, kind: PolicyKind): Document[] {
  const texts = itemTexts(text);
  return values.map((value, at) => documentOf(value, texts[at] ?? '', kind));
}

/** A document may be given as an object or as text, and may be of any size. */
function documentOf(value: unknown, text: string, kind: PolicyKind): Document {
  return readDocument(typeof value === 'string' ? value : text, kind, Number.POSITIVE_INFINITY);
}
