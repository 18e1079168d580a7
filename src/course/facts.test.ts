// Facts that are cited: one change reaches every text, and what cannot be cited stops the build at its place.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadExam } from './load-exam.ts';
import { loadContent } from './load.ts';
import { sectionsOf } from './passages.ts';
import { changed, lineOf } from './test/changed.ts';

const LESSON = 'content/lessons/decisions/how-a-decision-is-made.mdx';
const QUESTION = 'content/questions/passing-a-role/two-steps.yaml';
const GLOSSARY = 'content/glossary.yaml';
const REFERENCE = 'content/reference/limits.yaml';
const FACTS = 'content/facts/limits.yaml';

/** The small course with a fact of this value; a lesson, a table, a term and a question cite the fact of this id. */
function citing(value: number, id = 'users-per-account'): string {
  const root = changed(
    FACTS,
    '',
    `users-per-account:\n  says: At most [[value]] users.\n  value: ${value}\n  source: ug-passrole\n  read: 2026-11-26\n`,
  );
  const edit = (file: string, from: string, to: string): void => {
    const path = join(root, file);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(from, () => to),
    );
  };
  edit(LESSON, 'standfirst: Sam', `standfirst: Of [[${id}:words]] users Sam`);
  edit(LESSON, 'Start with the plainest case.', `An account holds [[${id}]] users.`);
  edit(QUESTION, "stem: |\n  Mei's", `stem: |\n  There are [[${id}]] users, and Mei's`);
  edit(GLOSSARY, 'A role taken', `Not one of the [[${id}]] users but a role taken`);
  mkdirSync(join(root, 'content/reference'));
  const table = `{ title: Users, columns: [What, Most], rows: [[Users, '[[${id}]]']], sources: [ug-passrole] }`;
  writeFileSync(join(root, REFERENCE), `title: Limits\nabout: How many.\norder: 1\ntables:\n  - ${table}\n`);
  return root;
}

describe('one change of a fact', () => {
  it.each([
    [5000, '5,000', 'five thousand'],
    [7000, '7,000', 'seven thousand'],
  ])(
    'reaches the lesson, the table, the term, the question and the fact itself: %d',
    (value, digits, words) => {
      const root = citing(value);
      const { content, errors } = loadContent(root);
      expect(errors).toEqual([]);
      const lesson = content.lessons.get('decisions/how-a-decision-is-made');
      const sections = sectionsOf(lesson?.body ?? '');
      const stem = `There are ${digits} users, and Mei's team`;
      expect(lesson?.standfirst).toContain(`Of ${words} users Sam`);
      expect(sections.some(({ text }) => text.includes(`An account holds ${digits} users.`))).toBe(true);
      expect(content.questions.get('passing-a-role/two-steps')?.stem).toContain(stem);
      expect(content.glossary.get('session')?.says).toContain(`Not one of the ${digits} users`);
      expect(content.reference.get('limits')?.tables[0]?.rows).toEqual([['Users', digits]]);
      expect(content.facts.get('users-per-account')?.says).toBe(`At most ${digits} users.`);
      const exam = loadExam(root, 'passing-a-role');
      expect(exam.errors).toEqual([]);
      expect(exam.content.questions.get('passing-a-role/two-steps')?.stem).toContain(stem);
    },
  );
});

describe('a fact that is not there', () => {
  const message = 'there is no fact `users`';

  it('is named with each file, line and field, all at once', () => {
    const root = citing(5000, 'users');
    const at = (file: string, field: string, text: string): object => ({
      file,
      field,
      line: lineOf(join(root, file), text),
      message,
    });
    expect(loadContent(root).errors).toEqual([
      at(GLOSSARY, 'session.says', '  says:'),
      at(LESSON, 'standfirst', 'standfirst:'),
      at(LESSON, '', 'An account holds'),
      at(QUESTION, 'stem', 'stem:'),
      at(REFERENCE, 'tables.0.rows.0.1', '[[Users'),
    ]);
  });

  it('is named in what another fact says', () => {
    const root = citing(5000);
    const path = join(root, FACTS);
    writeFileSync(path, readFileSync(path, 'utf8').replace('[[value]]', '[[users]]'));
    expect(loadContent(root).errors).toEqual([
      { file: FACTS, line: 2, field: 'users-per-account.says', message },
    ]);
  });

  it('is not missing where its file could not be read', () => {
    const root = citing(5000);
    writeFileSync(join(root, FACTS), 'users-per-account: [');
    expect(new Set(loadContent(root).errors.map(({ file }) => file))).toEqual(new Set([FACTS]));
  });
});
