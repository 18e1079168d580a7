// What `idp` gives people, and that STS takes it.
import { expect, test } from 'vitest';
import { blankWorld, profilesOf } from '#cloud/services';
import { learnersComputer, openTerminal, simulate } from '../../index.ts';

function shell() {
  const cloud = blankWorld();
  const profiles = profilesOf(cloud).map(({ name, key }) => ({
    name,
    accessKeyId: key.id,
    secretAccessKey: key.secret,
  }));
  return openTerminal({ simulation: simulate(cloud), computer: learnersComputer('us-east-1', profiles) });
}

async function printed(script: string): Promise<string> {
  const { chunks } = await shell().script(script);
  return chunks.map(({ text }) => text).join('');
}

const ROLE = 'arn:aws:iam::111122223333:role/Deploy';

test('[role-trust-must-name-you] a token of the wrong repository opens nothing, that of the right one the role', async () => {
  const text = await printed(`
aws iam create-open-id-connect-provider --client-id-list sts.amazonaws.com \\
  --url https://token.actions.githubusercontent.com > /dev/null
aws iam create-role --role-name Deploy --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{
  "Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity",
  "Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
  "Condition":{"StringEquals":{"token.actions.githubusercontent.com:sub":"repo:acme/shop:ref:refs/heads/main"}}}]}' > /dev/null
for sub in repo:acme/shop:ref:refs/heads/main repo:evil/shop:ref:refs/heads/main; do
  aws sts assume-role-with-web-identity --role-arn ${ROLE} --role-session-name gha --query Audience \\
    --web-identity-token "$(idp token --sub $sub)"
done`);
  expect(text).toBe(
    '"sts.amazonaws.com"\n\naws: [ERROR]: An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity\n',
  );
});

test('[role-trust-must-name-you] people of the company come in with a response of its provider', async () => {
  const provider = 'arn:aws:iam::111122223333:saml-provider/Corporate';
  const text = await printed(`
idp metadata corporate > metadata.xml
aws iam create-saml-provider --name Corporate --saml-metadata-document file://metadata.xml > /dev/null
aws iam create-role --role-name Deploy --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{
  "Effect":"Allow","Action":["sts:AssumeRoleWithSAML","sts:TagSession"],"Principal":{"Federated":"${provider}"},
  "Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml","aws:RequestTag/team":"quay"}}}]}' > /dev/null
for team in quay keel; do
  aws sts assume-role-with-saml --role-arn ${ROLE} --principal-arn ${provider} --query Subject --output text \\
    --saml-assertion "$(idp saml --user mei.tan --role-arn ${ROLE} --provider-arn ${provider} --tag team=$team)"
done`);
  expect(text).toBe(
    'mei.tan\n\naws: [ERROR]: An error occurred (AccessDenied) when calling the AssumeRoleWithSAML operation: Not authorized to perform sts:AssumeRoleWithSAML\n',
  );
});

test('[every-refusal-has-words] what is missing or unknown is said', async () => {
  expect(await printed('idp list')).toBe(
    'github\toidc\thttps://token.actions.githubusercontent.com\ncorporate\tsaml\thttps://idp.example.com/saml/metadata\tmei.tan,oskar.w\n',
  );
  expect(await printed('idp token')).toBe('idp: `--sub` is missing: whom the token is about\n');
  expect(await printed('idp saml --user nobody')).toBe('idp: the provider knows nobody called `nobody`\n');
  expect(await printed('idp metadata none')).toBe('idp: no SAML provider is called `none`\n');
  expect(await printed('idp token --subject x')).toMatch(/^idp: there is no option `--subject`\nusage: /);
  expect(await printed('idp nothing; echo $?')).toMatch(/^idp: there is no command `nothing`\n[\s\S]*2\n$/);
});
