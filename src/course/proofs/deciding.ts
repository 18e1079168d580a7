// The proof of questions about one decision: one statement decides, and it is among those shown.
import { failuresAt, type Failure } from '../failure.ts';
import type { FullQuestion } from '../pages.ts';
import type { Spec } from '../worlds/index.ts';
import { decidedBy } from '../worlds/statements.ts';
import { pointsOf } from './points.ts';

export function provePredict(
  { question: { asked }, cloud }: FullQuestion,
  spec: Spec & { kind: 'predict' },
): readonly Failure[] {
  const { request, documents, key } = spec;
  const decided = decidedBy(cloud, request, documents);
  if ('fault' in decided) return failuresAt(['request'], [decided.fault]);
  const [only = ''] = decided.statements;
  const shown = asked.kind === 'predict' ? asked.statements.map(({ id }) => id) : [];
  return [
    ...failuresAt(['documents'], ambiguous(decided.statements, shown)),
    ...failuresAt(
      ['key'],
      key && (key.decision !== decided.decision || key.statement !== only)
        ? [`the key says ${key.decision} by ${key.statement}, the world says ${decided.decision} by ${only}`]
        : [],
    ),
  ];
}

export async function proveHot(
  full: FullQuestion,
  spec: Spec & { kind: 'hot-statement' },
): Promise<readonly Failure[]> {
  const ids = spec.lines?.map(({ id }) => id);
  if (ids) return proveLines(full, spec, ids);
  const decided = decidedBy(full.cloud, spec.request, spec.documents);
  if ('fault' in decided) return failuresAt(['request'], [decided.fault]);
  const { asked } = full.question;
  const shown = asked.kind === 'hot-statement' ? asked.statements.map(({ id }) => id) : [];
  const [only = ''] = decided.statements;
  const unexplained = shown.filter((id) => id !== only && spec.tempts[id] === undefined);
  return [
    ...failuresAt(['documents'], ambiguous(decided.statements, shown)),
    ...failuresAt(
      ['key'],
      spec.key === undefined || spec.key === only ? [] : [`the key says ${spec.key}, the world says ${only}`],
    ),
    ...failuresAt(
      ['tempts'],
      unexplained.map((id) => `nothing says why one would choose ${id}`),
    ),
  ];
}

async function proveLines(
  full: FullQuestion,
  { key }: Spec & { kind: 'hot-statement' },
  ids: readonly string[],
): Promise<readonly Failure[]> {
  const right: string[] = [];
  for (const id of ids) if ((await pointsOf(full, id)) > 0) right.push(id);
  if (right.length === 1 && right[0] === key) return [];
  return failuresAt(
    ['key'],
    [`the key says ${key ?? 'nothing'}, the world says ${right.join(', or ') || 'nothing'}`],
  );
}

function ambiguous(deciding: readonly string[], shown: readonly string[]): readonly string[] {
  const hidden = deciding.filter((id) => !shown.includes(id));
  return [
    ...(deciding.length === 1 ? [] : [`${deciding.length} statements decide: ${deciding.join(', ')}`]),
    ...hidden.map((id) => `it rests on ${id}, which is not shown`),
    ...(shown.length < 2 ? ['there are fewer than two statements to choose from'] : []),
  ];
}
