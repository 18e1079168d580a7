// Pieces of shell scripts that prepare a situation in the blank world, for tests that type real commands.

/** A heredoc: the file and what stands in it. */
export const file = (name: string, text: string): string => `cat > ${name} <<'EOF'\n${text}\nEOF`;

/** Lines one after another. */
export const lines = (...all: readonly string[]): string => all.join('\n');

/** A document of one statement that allows or denies actions. */
export const policy = (
  effect: 'Allow' | 'Deny',
  action: string | readonly string[],
  resource: string | readonly string[] = '*',
  more: object = {},
): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: effect, Action: action, Resource: resource, ...more }],
  });

/** A trust policy of one statement. */
export const trust = (principal: object, more: object = {}, effect: 'Allow' | 'Deny' = 'Allow'): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: effect, Principal: principal, Action: 'sts:AssumeRole', ...more }],
  });

const INTO_THE_ENVIRONMENT =
  '"export AWS_ACCESS_KEY_ID=\\(.AccessKeyId) AWS_SECRET_ACCESS_KEY=\\(.SecretAccessKey) AWS_SESSION_TOKEN=\\(.SessionToken // "")"';

/** Works with new keys from here on: of a user, or what STS answers. */
export const asUser = (name: string): string =>
  `eval "$(aws iam create-access-key --user-name ${name} | jq -r '.AccessKey | ${INTO_THE_ENVIRONMENT}')"`;

export const asRole = (arn: string, session: string, more = ''): string =>
  withCredentials(`sts assume-role --role-arn ${arn} --role-session-name ${session} ${more}`.trim());

/** @param command of `aws` that answers credentials */
export const withCredentials = (command: string): string =>
  `eval "$(aws ${command} | jq -r '.Credentials | ${INTO_THE_ENVIRONMENT}')"`;

/** Works again with the profile. */
export const AS_BEFORE = 'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN';

/** An inline policy of a user. */
export const userPolicy = (user: string, name: string, document: string): string =>
  `aws iam put-user-policy --user-name ${user} --policy-name ${name} --policy-document '${document}'`;

export const role = (name: string, trusted: string, more = ''): string =>
  `aws iam create-role --role-name ${name} --assume-role-policy-document '${trusted}' ${more}`.trim();

export const rolePolicy = (name: string, document: string): string =>
  `aws iam put-role-policy --role-name ${name} --policy-name Work --policy-document '${document}'`;

/** A virtual device, made and enabled for a user; `code NAME` prints what it shows. */
export const device = (user: string, name: string): string =>
  lines(
    `aws iam create-virtual-mfa-device --virtual-mfa-device-name ${name} --outfile ${name}.seed --bootstrap-method Base32StringSeed`,
    'code() { oathtool --totp --base32 "$(cat $1.seed)"; }',
    `one=$(code ${name}); sleep 30; two=$(code ${name})`,
    `aws iam enable-mfa-device --user-name ${user} --serial-number arn:aws:iam::111122223333:mfa/${name} --authentication-code1 $one --authentication-code2 $two`,
    'sleep 30',
  );
