// Questions about one decision: how it comes out and by which statement, or the statement alone.
import type { AskedPrediction, AskedStatement } from '../question.ts';
import { hasId, kindOf, readFields } from './kind.ts';

export const predict = kindOf<AskedPrediction, Readonly<Record<string, string>>>({
  // Policies and the three decisions keep their order: it is read, not guessed at.
  asked: (question) => question,
  read: ({ decisions, statements }, value) =>
    readFields(
      [
        { id: 'decision', choices: decisions },
        { id: 'statement', choices: statements },
      ],
      value,
    ),
  complete: (_, answer) => answer?.['decision'] !== undefined && answer['statement'] !== undefined,
  elements: { said: (answer) => Object.values(answer), of: () => 2 },
});

export const hotStatement = kindOf<AskedStatement, string>({
  asked: (question) => question,
  read: ({ statements }, value) => (hasId(statements, value) ? value : undefined),
  complete: (_, answer) => answer !== undefined,
});
