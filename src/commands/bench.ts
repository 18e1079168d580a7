// The door `npm run bench [-- --json]`: this evaluator and its peer side by side in one run, and what else is promised.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CLOUD_WANTED, measureCloud, type CloudMeasured } from './bench/cloud.ts';
import { growth, memory, readingTime } from './bench/documents.ts';
import { EXAM_WANTED, measureExam, type ExamMeasured } from './bench/exam.ts';
import { LOADS, type Load } from './bench/loads.ts';
import { REPLAY_WANTED_MILLISECONDS, replayMilliseconds } from './bench/replay.ts';
import { measure, type Measured } from './bench/rounds.ts';
import { stream } from './bench/stream.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
const say = (text: string): void => {
  if (!values.json) console.log(text);
};

/** How many times faster. The verdict holds its whole trace; its details are worked out when they are read. */
const WANTED: Readonly<Record<Load, number>> = { simple: 20, medium: 50, heavy: 100 };
const problems = new Set<string>();

function tell(problem: string): void {
  if (problems.has(problem)) return;
  problems.add(problem);
  console.error(`${problem}\nWithout it, the numbers of this evaluator stand alone.`);
}

function shown({ ours, read, peer, ratio, readRatio }: Measured, load: Load): string {
  const own = `${ours.toFixed(0)} verdicts a second, ${read.toFixed(0)} with every step of the trace read`;
  if (peer === null || ratio === null || readRatio === null) return `${load.padEnd(7)} ${own}`;
  const verdict = ratio >= WANTED[load] ? 'ok' : 'BELOW';
  return (
    `${load.padEnd(7)} ${ratio.toFixed(1)} × the peer (wanted ${WANTED[load]} ×: ${verdict}), ` +
    `${readRatio.toFixed(1)} × with every step read: ${own}, peer ${peer.toFixed(1)}`
  );
}

const results: Partial<Record<Load, Measured>> = {};
say('decisions in a second of processor time, medians of batches, turn by turn');
for (const load of LOADS) {
  const measured = await measure(load, tell);
  results[load] = measured;
  say(shown(measured, load));
}

const microsecondsPerKiB = readingTime();
say(`\nreading a policy: ${microsecondsPerKiB.toFixed(1)} microseconds a KiB, parsed and made ready`);

const grown = growth();
say('deciding with the whole trace, as the policy grows:');
for (const { statements, microseconds } of grown) {
  const each = ((microseconds * 1000) / statements).toFixed(0);
  say(
    `${String(statements).padStart(5)} statements ${microseconds.toFixed(1)} microseconds, ${each} nanoseconds each`,
  );
}

const kept = memory();
say(
  `memory of a policy that is ready: ${(kept.policy / 1024).toFixed(1)} KiB for ${(kept.text / 1024).toFixed(1)} KiB of text`,
);

const size = join(import.meta.dirname, '../tools/evaluator-size.ts');
const bytes = Number(execFileSync(process.execPath, [size], { encoding: 'utf8' }));
say(`the evaluator in brotli: ${bytes} bytes`);

const door = await stream();
say(
  `the door evaluate without the trace: ${door.perSecond.toFixed(0)} simple lines a second; ` +
    `${door.lines} lines (${door.megabytes.toFixed(0)} MB) through a heap of ${door.heap} MB`,
);

const cloud = measureCloud();
say(`\nthe simulated AWS:\n${shownCloud(cloud).join('\n')}`);

const replay = await replayMilliseconds();
say(
  `a session of 500 commands, typed again: ${replay.toFixed(0)} ms (${within(replay, REPLAY_WANTED_MILLISECONDS)})`,
);

const exam = measureExam();
say(`\nthe exam engine:\n${shownExam(exam).join('\n')}`);

function within(value: number, most: number): string {
  return `wanted below ${most}: ${value < most ? 'ok' : 'ABOVE'}`;
}

function shownExam({
  formMilliseconds,
  reportMilliseconds,
  resultsMilliseconds,
}: ExamMeasured): readonly string[] {
  return [
    `a form of 65 items from 5,000 in ${formMilliseconds.toFixed(1)} ms (${within(formMilliseconds, EXAM_WANTED.formMilliseconds)})`,
    `the report on 65 items in ${reportMilliseconds.toFixed(2)} ms (${within(reportMilliseconds, EXAM_WANTED.reportMilliseconds)})`,
    `the results of 5,000 events in ${resultsMilliseconds.toFixed(0)} ms (${within(resultsMilliseconds, EXAM_WANTED.resultsMilliseconds)})`,
  ];
}

function shownCloud(found: CloudMeasured): readonly string[] {
  const { callsPerSecond, listUsersMilliseconds, listPoliciesMilliseconds, callMilliseconds } = found;
  const enough = callsPerSecond >= CLOUD_WANTED.callsPerSecond ? 'ok' : 'BELOW';
  const list = Math.max(listUsersMilliseconds, listPoliciesMilliseconds);
  return [
    `${callsPerSecond.toFixed(0)} IAM calls a second (wanted ${CLOUD_WANTED.callsPerSecond}: ${enough})`,
    `2,000 principals, 1,000 policies, 10,000 events: a list in ${list.toFixed(2)} ms (${within(list, CLOUD_WANTED.listMilliseconds)}), a call in ${callMilliseconds.toFixed(2)} ms (${within(callMilliseconds, CLOUD_WANTED.callMilliseconds)})`,
    `the history of 1,000 calls: ${found.historyMegabytes.toFixed(1)} MB (${within(found.historyMegabytes, CLOUD_WANTED.megabytes)})`,
  ];
}

if (values.json)
  console.log(
    JSON.stringify(
      { ...results, microsecondsPerKiB, growth: grown, memory: kept, bytes, door, cloud, exam, replay },
      null,
      2,
    ),
  );
