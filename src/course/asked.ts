// From what an author writes to what the exam room shows: everything but the key and the reasons.
import { documentsOf, type Cloud } from '#cloud';
import type { Asked, AskedCase, Choice, Exhibit, TextPlace } from '#exam';
import type { AuthoredQuestion } from './content.ts';
import type { PartSpec } from './schema.ts';
import type { Spec } from './worlds/index.ts';
import { NO_STATEMENT, statementsIn } from './worlds/statements.ts';

export function askedOf(authored: AuthoredQuestion, cloud: Cloud): Asked {
  if (authored.kind !== 'case-study') return partOf(authored, authored.id, authored.stem, cloud);
  const parts = authored.parts.map((part) => partOf(part, part.id, '', cloud));
  return { ...shownOf(authored, authored.id, authored.stem, cloud), kind: 'case-study', parts };
}

type Single = Exclude<Spec, { kind: 'case-study' }> | PartSpec;

const textsOf = (items: readonly Choice[]): readonly Choice[] => items.map(({ id, text }) => ({ id, text }));

function shownOf({ ask, exhibits }: Spec, id: string, stem: string, cloud: Cloud) {
  return { id, stem: stem.trim(), ask, exhibits: exhibits.map((exhibit) => exhibitOf(exhibit, cloud)) };
}

function exhibitOf(exhibit: Spec['exhibits'][number], cloud: Cloud): Exhibit {
  return exhibit.shows === 'policy' ? { ...exhibit, text: textOf(cloud, exhibit.id) } : exhibit;
}

function textOf(cloud: Cloud, document: string): string {
  return documentsOf(cloud).find(({ id }) => id === document)?.text ?? '';
}

/** The documents that a decision is to be read from, after what else lies beside the question. */
function withDocuments(
  exhibits: readonly Exhibit[],
  documents: readonly string[],
  cloud: Cloud,
): readonly Exhibit[] {
  const shown = new Set(exhibits.flatMap((exhibit) => (exhibit.shows === 'policy' ? [exhibit.id] : [])));
  const more = documents
    .filter((id) => !shown.has(id))
    .map((id) => ({ shows: 'policy' as const, id, title: id, text: textOf(cloud, id) }));
  return [...exhibits, ...more];
}

const DECISIONS: readonly Choice[] = [
  { id: 'allowed', text: 'Allowed' },
  { id: 'explicitDeny', text: 'Denied by a Deny statement' },
  { id: 'implicitDeny', text: 'Denied because nothing allows it' },
];

function partOf(spec: Single, id: string, stem: string, cloud: Cloud): Exclude<Asked, AskedCase> {
  const shown = shownOf(spec, id, stem, cloud);
  switch (spec.kind) {
    case 'single':
    case 'multiple': {
      const options = spec.options.map(({ id: option, text, fixed }) => ({
        id: option,
        text,
        ...(fixed ? { fixed } : {}),
      }));
      const free = options.filter((option) => option.fixed === undefined);
      const last = options.filter((option) => option.fixed !== undefined);
      return { ...shown, kind: spec.kind, choose: spec.choose ?? 1, options: [...free, ...last] };
    }
    case 'ordering':
    case 'trace-order':
      return { ...shown, kind: spec.kind, steps: textsOf(spec.steps) };
    case 'matching':
      return {
        ...shown,
        kind: 'matching',
        prompts: textsOf(spec.prompts),
        responses: textsOf(spec.responses),
      };
    case 'predict': {
      const exhibits = withDocuments(shown.exhibits, spec.documents, cloud);
      const statements = placedStatements(cloud, spec.documents);
      const none = { id: NO_STATEMENT, text: 'None: no statement decides' };
      return { ...shown, kind: 'predict', exhibits, decisions: DECISIONS, statements: [...statements, none] };
    }
    case 'hot-statement':
      return { ...shown, ...hotOf(spec, withDocuments(shown.exhibits, spec.documents, cloud), cloud) };
    case 'policy-fix': {
      const found = documentsOf(cloud).find(({ id: document }) => document === spec.document);
      const document = { title: spec.document, text: found?.text ?? '', sort: found?.kind ?? 'identity' };
      const wants = spec.claims.map(({ id: claim, text }) => ({ id: claim, text }));
      return { ...shown, kind: 'policy-fix', document, wants };
    }
    case 'request-builder':
      return { ...shown, kind: 'request-builder', fields: fieldsOf(spec) };
    case 'operate': {
      const { profiles, setup, files } = spec;
      return { ...shown, kind: 'operate', profiles, setup, files, wants: textsOf(spec.checks) };
    }
  }
}

function hotOf(
  spec: Spec & { kind: 'hot-statement' },
  exhibits: readonly Exhibit[],
  cloud: Cloud,
): Pick<Asked & { kind: 'hot-statement' }, 'kind' | 'exhibits' | 'statements'> {
  const lines = spec.lines?.map(({ id, document, line }) => ({
    id,
    text: `\`${(textOf(cloud, document).split('\n')[line - 1] ?? '').trim()}\``,
    exhibit: document,
    lines: [line, line] as const,
  }));
  return {
    kind: 'hot-statement',
    exhibits,
    statements: lines ?? placedStatements(cloud, spec.documents),
  };
}

function placedStatements(cloud: Cloud, documents: readonly string[]): readonly (Choice & TextPlace)[] {
  return statementsIn(cloud, documents).map(({ id, sid, document, lines }) => ({
    id,
    text: `\`${sid}\` in \`${document}\``,
    exhibit: document,
    lines,
  }));
}

function fieldsOf({ fields }: Spec & { kind: 'request-builder' }) {
  const { context, ...rest } = fields;
  return Object.entries({ ...rest, ...context }).map(([id, choices]) => ({
    id,
    label: id,
    choices: choices.map(({ value, label }) => ({ id: value, text: label })),
  }));
}
