// What it costs to type a session's 500 commands again, as a page does that is opened once more.
import { blankWorld } from '#cloud/services';
import { openSession } from '#terminal';

/** What is promised. */
export const REPLAY_WANTED_MILLISECONDS = 2000;

const COMMANDS = 500;

/** A learner's commands, of every kind that labs ask for. */
const KINDS: readonly ((i: number) => string)[] = [
  (i) => `aws iam create-user --user-name user-${i} --tags Key=team,Value=a`,
  (i) => `aws iam get-user --user-name user-${i} --query User.Arn --output text`,
  (i) =>
    `cat > p.json <<EOF\n{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b-${i}/*"}]}\nEOF`,
  (i) => `aws iam put-user-policy --user-name user-${i} --policy-name read --policy-document file://p.json`,
  () => `aws iam list-users --output table`,
  (i) => `ARN=$(aws iam get-user --user-name user-${i} | jq -r .User.Arn)`,
  () => 'echo "$ARN" | grep -c user',
  (i) => `aws iam get-user --user-name nobody-${i} || echo none`,
  (i) => `for v in 1 2 3; do aws iam tag-user --user-name user-${i} --tags Key=k$v,Value=$v; done`,
  () => 'aws sts get-caller-identity',
];

/** Milliseconds from the first of the commands to the last answer. */
export async function replayMilliseconds(): Promise<number> {
  await replay(KINDS.length);
  const start = performance.now();
  await replay(COMMANDS);
  return performance.now() - start;
}

async function replay(commands: number): Promise<void> {
  const session = await openSession(blankWorld());
  for (let i = 0; i < commands; i += 1) {
    const line = KINDS[i % KINDS.length]?.(Math.floor(i / KINDS.length)) ?? '';
    const { exit, chunks } = await session.run(line);
    if (exit !== 0) throw new Error(`${line}: ${chunks.map(({ text }) => text).join('')}`);
  }
}
