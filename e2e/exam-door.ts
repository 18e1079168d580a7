// The door `exam` of the command line, as it answers in Node, about the exam of these journeys unless another is named.
import { execFileSync } from 'node:child_process';
import type { Asked } from '#exam';

type Answers = Readonly<Record<string, string | readonly string[]>>;

interface Printed {
  readonly form: {
    readonly code: string;
    readonly items: readonly {
      readonly id: string;
      readonly asked: Asked & { readonly options: readonly { readonly id: string }[] };
    }[];
  };
  readonly key: { readonly answers: Answers };
  readonly score: {
    readonly raw: number;
    readonly max: number;
    readonly scaled: number;
    readonly passed: boolean;
    readonly domains: readonly { readonly share: number }[];
    readonly tasks: readonly { readonly share: number }[];
  };
}

/** @param answers to be scored */
export function printed<Act extends keyof Printed>(
  act: Act,
  seed: number,
  answers: Answers = {},
  exam = 'passing-a-role',
): Printed[Act] {
  const door = ['src/commands/exam.ts', act, exam, '--seed', String(seed)];
  const input = JSON.stringify({ answers });
  return JSON.parse(execFileSync(process.execPath, door, { encoding: 'utf8', input })) as Printed[Act];
}
