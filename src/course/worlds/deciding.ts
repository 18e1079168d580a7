// Questions about one decision: the evaluator says how it comes out and by which statement.
import { writeDocument, documentsOf, type Cloud } from '#cloud';
import type { World } from '#exam';
import type { QuestionSpec } from '../schema.ts';
import { placeIn } from './place.ts';
import { decidedBy } from './statements.ts';

type Prediction = Pick<QuestionSpec & { kind: 'predict' }, 'request' | 'documents' | 'claims'>;
type Hot = Pick<QuestionSpec & { kind: 'hot-statement' }, 'request' | 'documents' | 'claims' | 'lines'>;

export function predictWorld({ request, documents, claims }: Prediction, cloud: Cloud): World {
  return placeIn(cloud, claims, (work) => {
    const { decision = '', statement = '' } = work as Readonly<Record<string, string>>;
    const decided = decidedBy(cloud, request, documents);
    if ('fault' in decided) return { cloud, wrong: [decided.fault] };
    const right = new Set<string>([decided.decision, ...decided.statements]);
    return {
      cloud,
      wrong: [
        ...(right.has(decision) ? [] : [`the decision is ${decided.decision}, not ${decision}`]),
        ...(right.has(statement)
          ? []
          : [`it rests on ${decided.statements.join(', ')}, not on ${statement}`]),
      ],
      right: (element) => right.has(element),
    };
  });
}

export function hotStatementWorld({ request, documents, claims, lines }: Hot, cloud: Cloud): World {
  return placeIn(cloud, claims, (work) => {
    const line = lines?.find(({ id }) => id === work);
    if (line) return { cloud: withLine(cloud, line), wrong: [] };
    const decided = decidedBy(cloud, request, documents);
    if ('fault' in decided) return { cloud, wrong: [decided.fault] };
    const right = decided.statements.includes(String(work));
    return { cloud, wrong: right ? [] : [`it rests on ${decided.statements.join(', ')}`] };
  });
}

/** The cloud with one line of a document changed. */
function withLine(
  cloud: Cloud,
  { document, line, becomes }: { readonly document: string; readonly line: number; readonly becomes: string },
): Cloud {
  const text = documentsOf(cloud).find(({ id }) => id === document)?.text ?? '';
  const changed = text.split('\n').with(line - 1, becomes);
  return writeDocument(cloud, document, changed.join('\n'));
}
