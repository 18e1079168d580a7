// What an exam and its bank may get wrong between them: tasks that are not there, estimates that are missing, forms that
// cannot be filled.
import { KINDS } from '#exam';
import { missingFrom } from './bank.ts';
import { checkIds, type Report } from './check-expectation.ts';
import type { AuthoredQuestion, Content, Exam } from './content.ts';

/** Seeds with which a bank is tried: what it lacks shows with any. */
const TRIED = [0, 1, 2];

/** @param unread files that could not be read: a bank may be filled once they are mended */
export function checkExam(exam: Exam, content: Content, unread: ReadonlySet<string>, report: Report): void {
  checkIds(exam.domains, ['domains'], report);
  exam.domains.forEach(({ tasks }, i) => {
    checkIds(tasks, ['domains', i, 'tasks'], report);
  });
  for (const kind of Object.keys(exam.kinds ?? {}))
    if (!Object.hasOwn(KINDS, kind)) report(['kinds', kind], `there is no kind \`${kind}\``);
  for (const kind of Object.keys(exam.scoring.weights))
    if (!Object.hasOwn(KINDS, kind)) report(['scoring', 'weights', kind], `there is no kind \`${kind}\``);
  const twin = [...content.exams.values()].find(({ id, code }) => code === exam.code && id < exam.id);
  if (twin) report(['code'], `\`${exam.code}\` is the code of \`${twin.id}\``);
  if ([...unread].some((file) => file.startsWith('content/questions/'))) return;
  const missing = new Set(TRIED.flatMap((seed) => missingFrom(content, exam, seed)));
  for (const lack of missing) report(['domains'], lack);
}

/** @param unread files that could not be read: a question may name an exam that is to be mended */
export function checkTasks(
  question: AuthoredQuestion,
  content: Content,
  unread: ReadonlySet<string>,
  report: Report,
): void {
  const { tasks } = question;
  for (const [id, task] of Object.entries(tasks)) {
    const exam = content.exams.get(id);
    if (!exam && unread.has(`content/exams/${id}.yaml`)) continue;
    if (!exam) report(['tasks', id], `there is no exam \`${id}\``);
    else if (!exam.domains.some((domain) => domain.tasks.some((one) => one.id === task)))
      report(['tasks', id], `the exam \`${id}\` has no task \`${task}\``);
  }
  if (Object.keys(tasks).length === 0) return;
  if (question.kind !== 'case-study') {
    if (question.angoff === undefined) report(['angoff'], 'a question of an exam needs an estimate');
    return;
  }
  question.parts.forEach(({ angoff }, i) => {
    if (angoff === undefined)
      report(['parts', i, 'angoff'], 'a part of an exam’s question needs an estimate');
  });
}
