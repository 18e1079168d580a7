// The door `npm run bench [-- --json]`: how long a decision takes, each beside a yardstick measured in the same run.
import { parseArgs } from 'node:util';
import { decide, readDocument, type Request } from '#evaluator';

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });

const REQUEST: Request = {
  principal: { type: 'user', arn: 'arn:aws:iam::111122223333:user/sam', account: '111122223333' },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::tern-timetables/winter.csv',
  resourceAccount: '111122223333',
  context: { 'aws:MultiFactorAuthPresent': 'true' },
};

/** A policy of so many statements of which the last alone allows the request. */
function policyOf(statements: number): string {
  const others = Array.from({ length: statements - 1 }, (_, i) => ({
    Sid: `Other${i}`,
    Effect: 'Allow',
    Action: ['dynamodb:*Item', `s3:Put*${i}`],
    Resource: `arn:aws:s3:::tern-*-${i}/*/2026/*`,
    Condition: { StringLike: { 'aws:PrincipalTag/line': [`north-${i}*`, 'south-?'] } },
  }));
  const last = { Sid: 'Read', Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::tern-*/*.csv' };
  return JSON.stringify({ Version: '2012-10-17', Statement: [...others, last] });
}

/** Microseconds a call: the median of some batches, after a warm-up. */
function microseconds(work: () => unknown): number {
  const batch = (): number => {
    let calls = 0;
    const begun = performance.now();
    while (performance.now() - begun < 20) {
      work();
      calls += 1;
    }
    return ((performance.now() - begun) * 1000) / calls;
  };
  batch();
  const times = Array.from({ length: 7 }, batch).toSorted((a, b) => a - b);
  return times[3] ?? Number.NaN;
}

const rows = [1, 17, 276].map((statements) => {
  const text = policyOf(statements);
  const identity = [readDocument(text, 'identity')];
  const decided = microseconds(() => decide(REQUEST, { identity }));
  const read = microseconds(() => readDocument(text, 'identity'));
  const yardstick = microseconds((): unknown => JSON.parse(text));
  return { statements, decided, read, yardstick, ratio: yardstick / decided, readRatio: read / yardstick };
});

if (values.json)
  console.log(JSON.stringify({ unit: 'microseconds', yardstick: 'JSON.parse', rows }, null, 2));
else {
  console.log('microseconds a call, beside JSON.parse of the same policy in the same run');
  for (const { statements, decided, read, yardstick, ratio, readRatio } of rows) {
    console.log(
      `${String(statements).padStart(4)} statements: decide with full trace ${decided.toFixed(1)} (${ratio.toFixed(2)} decisions in the time of one JSON.parse), ` +
        `read with positions ${read.toFixed(1)} (${readRatio.toFixed(1)} × JSON.parse), JSON.parse ${yardstick.toFixed(1)}`,
    );
  }
}
