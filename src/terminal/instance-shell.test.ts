// Shells inside instances and functions, opened from the learner's own.
import { expect, test } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession } from './session.ts';

const TRUST = (service: string): string =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"${service}"},"Action":"sts:AssumeRole"}]}`;
const LISTS = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}]}`;

const role = (name: string, service: string): string => `
aws iam create-role --role-name ${name} --assume-role-policy-document '${TRUST(service)}' > ${name}.json
aws iam put-role-policy --role-name ${name} --policy-name list --policy-document '${LISTS}'`;

const INSTANCE = `${role('app', 'ec2.amazonaws.com')}
aws iam create-instance-profile --instance-profile-name app > p.json
aws iam add-role-to-instance-profile --instance-profile-name app --role-name app
I=$(aws ec2 run-instances --image-id ami-0123456789abcdef0 --iam-instance-profile Name=app --query 'Instances[0].InstanceId' --output text)
sleep 60
`;

async function printed(script: string): Promise<{ readonly text: string; readonly exit: number }> {
  const session = await openSession(blankWorld());
  const { chunks, exit } = await session.script(script);
  return { text: chunks.map((chunk) => chunk.text).join(''), exit };
}

test('[role-trust-must-name-you] inside an instance the command line has its role, and comes back with the last status', async () => {
  const { text, exit } = await printed(`${INSTANCE}
aws ssm start-session --target $I <<'EOF'
aws sts get-caller-identity --query Arn --output text
aws iam list-users --query 'Users[].UserName' --output text
aws s3api list-buckets
exit 7
EOF
`);
  expect(text).toMatch(/^\nStarting session with SessionId: admin-[a-z0-9]{26}\n/);
  expect(text).toMatch(/arn:aws:sts::111122223333:assumed-role\/app\/i-[0-9a-f]{17}\nadmin\n/);
  expect(text).toMatch(/Exiting session with sessionId: admin-[a-z0-9]{26}\.\n/);
  expect(text).toContain('s3:ListAllMyBuckets');
  expect(exit).toBe(7);
});

test('[worlds-are-values] the disk of an instance is its own, and keeps what a session left', async () => {
  const { text } = await printed(`${INSTANCE}
echo 'whoami; pwd; ls -a | grep aws; echo kept > note' | aws ssm start-session --target $I
echo 'cat note' | aws ssm start-session --target $I
ls note
`);
  expect(text).toContain('ssm-user\n/home/ssm-user\n');
  expect(text).not.toContain('.aws');
  expect(text).toContain('\nkept\n');
  expect(text).toMatch(/note'?: No such file or directory/);
});

test('[every-refusal-has-words] an instance that is not there yet is not connected', async () => {
  const { text, exit } = await printed(
    `${INSTANCE.replace('sleep 60', '')}echo ls | aws ssm start-session --target $I`,
  );
  expect(text).toMatch(/\(TargetNotConnected\).*StartSession operation: i-[0-9a-f]{17} is not connected\./);
  expect(exit).toBe(254);
});

const FUNCTION = (handler: string): string => `${role('night', 'lambda.amazonaws.com')}
cat > index.sh <<'EOF'
${handler}
EOF
zip -q code.zip index.sh
aws lambda create-function --function-name nightly --runtime provided.al2023 --handler index.handler --role arn:aws:iam::111122223333:role/night --zip-file fileb://code.zip > f.json
aws lambda wait function-active-v2 --function-name nightly
aws lambda invoke --function-name nightly --cli-binary-format raw-in-base64-out --payload '{"day":"monday"}' --query '[StatusCode,FunctionError]' --output text out.json
cat out.json
`;

test('[identity-policies-add-up] a function that is a script runs with its role, and what it prints is its answer', async () => {
  const { text } = await printed(FUNCTION(`aws iam list-users --query 'Users[].UserName'`));
  expect(text).toBe('200\tNone\n[\n    "admin"\n]');
});

test('[worlds-are-values] its function of the name of the handler is given the event', async () => {
  const { text } = await printed(FUNCTION(`handler() { echo "$1" | jq .day; }`));
  expect(text).toBe('200\tNone\n"monday"');
});

test('[every-refusal-has-words] a function that ends badly, or too late, is unhandled', async () => {
  const bad = await printed(FUNCTION(`aws s3api list-buckets || exit 3`));
  expect(bad.text).toMatch(/^200\tUnhandled\n.*"Runtime\.ExitError".*exit status 3/s);
  const late = await printed(FUNCTION('sleep 5'));
  expect(late.text).toMatch(/Task timed out after 3\.00 seconds/);
});

test('[worlds-are-values] a function that invokes itself comes to an end', async () => {
  const { text } = await printed(`${role('night', 'lambda.amazonaws.com')}
aws iam attach-role-policy --role-name night --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
${FUNCTION('aws lambda invoke --function-name nightly /tmp/o >/dev/null; echo 1').replace(role('night', 'lambda.amazonaws.com'), '')}`);
  expect(text).toBe('200\tNone\n1');
});

/** What lines come to that are typed one by one, and what stood before each. */
async function typed(...lines: readonly string[]) {
  const session = await openSession(blankWorld());
  await session.script(`${INSTANCE}echo $I > id`);
  const seen: string[] = [];
  for (const line of lines) {
    const prompt = session.prompt();
    const { chunks } = await session.run(line);
    seen.push(`${prompt}${line}\n${chunks.map(({ text }) => text).join('')}`);
  }
  return { session, seen };
}

const ENTER = 'aws ssm start-session --target $(cat id)';

test('[worlds-are-values] what is typed after the command goes to the instance until it is left', async () => {
  const { session, seen } = await typed(ENTER, 'whoami', 'N=7', 'echo $N', 'exit', 'whoami');
  expect(seen[0]).toMatch(/\$ aws ssm start-session .*\n\nStarting session with SessionId: admin-\w+\n$/);
  expect(seen.slice(1, 4)).toEqual(['sh-5.2$ whoami\nssm-user\n', 'sh-5.2$ N=7\n', 'sh-5.2$ echo $N\n7\n']);
  expect(seen[4]).toMatch(/\nExiting session with sessionId: admin-\w+\.\n\n$/);
  expect(seen[5]).toMatch(/learner\n$/);
  expect(session.prompt()).toBe('default:~$ ');
});

test('[worlds-are-values] undo leads out of an instance and into it again, and takes back what was left on its disk', async () => {
  const { session } = await typed();
  const outside = session.point();
  await session.run(ENTER);
  await session.run('N=1; echo kept > note');
  const inside = session.point();
  await session.run('N=2; rm note');
  session.back(inside);
  const again = await session.run('echo $N; cat note; exit');
  expect(again.chunks.map(({ text }) => text).join('')).toMatch(/^1\nkept\n/);
  const look = `echo 'cat note' | ${ENTER}`;
  expect((await session.script(look)).exit).toBe(0);
  session.back(outside);
  expect((await session.script(look)).exit).toBe(1);
  expect(session.prompt()).toBe('default:~$ ');
});

test('[worlds-are-values] a fork of a session inside an instance is inside too, in a world of its own', async () => {
  const { session } = await typed(ENTER);
  const fork = session.fork();
  expect(fork.prompt()).toBe('sh-5.2$ ');
  await fork.run('touch inside');
  expect((await fork.known()).files).toEqual(['inside']);
  await fork.run('aws sts get-caller-identity; sleep 60');
  expect(fork.cloud().time - session.cloud().time).toBe(60_000);
  expect((await fork.script('whoami')).chunks.map(({ text }) => text).join('')).toBe('learner\n');
});

/** A function that counts what it is told into a parameter, and a topic with it. */
const COUNTING = `
aws iam create-role --role-name count --assume-role-policy-document '${TRUST('lambda.amazonaws.com')}' > r.json
aws iam put-role-policy --role-name count --policy-name put --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ssm:PutParameter","Resource":"*"}]}'
echo 'aws ssm put-parameter --name /told --type String --overwrite --value "$(jq -r ".Records[0].Sns.Message")"' > index.sh
zip -q code.zip index.sh
for f in one two; do
  aws lambda create-function --function-name $f --runtime provided.al2023 --handler index.sh --role arn:aws:iam::111122223333:role/count --zip-file fileb://code.zip > f.json
done
T=$(aws sns create-topic --name news --query TopicArn --output text)
for f in one two; do
  aws sns subscribe --topic-arn $T --protocol lambda --notification-endpoint arn:aws:lambda:us-east-1:111122223333:function:$f > s.json
done
`;
const TOLD = `aws ssm get-parameter --name /told --query Parameter.[Value,Version] --output text 2>&1 | grep -o 'ParameterNotFound\\|.*tea.*'`;

test('[service-needs-the-resource-policy] a topic calls the functions whose policies let it, and no other', async () => {
  const publish = `aws sns publish --topic-arn $T --message tea > p.json\n${TOLD}\n`;
  expect((await printed(`${COUNTING}${publish}`)).text).toBe('ParameterNotFound\n');
  const allow = (name: string, source: string): string =>
    `aws lambda add-permission --function-name ${name} --statement-id sns --action lambda:InvokeFunction --principal sns.amazonaws.com --source-arn ${source} > a.json\n`;
  const one = allow('one', '$T') + allow('two', 'arn:aws:sns:us-east-1:111122223333:other');
  expect((await printed(`${COUNTING}${one}${publish}`)).text).toBe('tea\t1\n');
  const both = allow('one', '$T') + allow('two', '$T');
  expect((await printed(`${COUNTING}${both}${publish}`)).text).toBe('tea\t2\n');
});
