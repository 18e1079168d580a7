// The file of a result, out of all that is known of an attempt.
import type { Report, ResultFile } from '#exam';
import { minutesOf, titleOf, type Facts } from './facts.ts';

/** @param person as they write it */
export function resultOf(facts: Facts, person: string): ResultFile {
  const { sitting, history, report, row, items } = facts;
  const { form, answers, confidence, spent, clock } = sitting;
  const { exam, title, code, bank, mode, passMark } = form;
  const shares = (parts: Report['domains']): ResultFile['domains'] =>
    parts.map(({ id, points, max }) => ({ id, title: titleOf(facts, id), points, max }));
  return {
    ...{ person, exam, title, code, bank, mode },
    begun: row.begun,
    closed: sitting.closedAt ?? clock.time,
    ended: sitting.phase === 'expired' ? 'expired' : 'submitted',
    minutes: minutesOf(sitting),
    clockMoved: clock.moved.length,
    ...{ raw: report.raw, max: report.max, cut: report.cut, scaled: report.scaled },
    ...{ passMark, passed: report.passed },
    domains: shares(report.domains),
    tasks: shares(report.tasks),
    items: items.map(({ full: { id, spec }, points: { points, max } }) => {
      const { domain = '', task = '', scored = false } = form.places[id] ?? {};
      const answer = answers[id];
      const said = confidence[id];
      return {
        ...{ id, kind: spec.kind, domain, task, scored, points, max },
        ...(answer === undefined ? {} : { answer }),
        ...(said === undefined ? {} : { confidence: said }),
        seconds: Math.round((spent[id] ?? 0) / 1000),
      };
    }),
    ...(history.end === undefined ? {} : { chain: { hash: history.end, broken: history.broken } }),
  };
}
