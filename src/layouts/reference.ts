// The pages to look things up in: those made of content, and those made of what the product itself knows.
import { RULES } from '#evaluator';
import type { Lesson, Source } from '#course';
import { reference } from '#strings';
import { content } from './content.ts';

export interface ReferencePage {
  readonly href: string;
  readonly title: string;
  readonly about: string;
}

export function referencePages(): readonly ReferencePage[] {
  const tables = [...content().reference.values()].toSorted((a, b) => a.order - b.order);
  return [
    { href: '/reference/glossary/', title: reference.glossaryTitle, about: reference.glossaryStandfirst },
    { href: '/reference/decision/', title: reference.decisionTitle, about: reference.decisionStandfirst },
    ...tables.map(({ id, title, about }) => ({ href: `/reference/${id}/`, title, about })),
    { href: '/reference/actions/', title: reference.actionsTitle, about: reference.actionsStandfirst },
    { href: '/reference/sources/', title: reference.sourcesTitle, about: reference.sourcesStandfirst },
  ];
}

/** The anchor of a row of a table, both counted from 0. */
export const rowId = (table: number, row: number): string => `row-${table + 1}-${row + 1}`;

export interface RuleRow {
  readonly id: string;
  readonly says: string;
  readonly source: Source | undefined;
  /** The lessons that teach it. */
  readonly lessons: readonly Lesson[];
}

export function ruleRows(): readonly RuleRow[] {
  const { lessons, sources } = content();
  return Object.entries(RULES).map(([id, { says, source }]) => ({
    id,
    says: `${says.slice(0, 1).toUpperCase()}${says.slice(1)}.`,
    source: sources.get(source),
    lessons: [...lessons.values()].filter(({ teaches }) => teaches.some((rule) => rule === id)),
  }));
}
