// The password policy of an account. Writing it replaces the whole: what is not said falls back. Source: ug-passwords.
import { fault, type Refused } from '../fault.ts';
import { flagOf, numberOf, type Operation } from '../operation.ts';
import { answered, changed } from './changed.ts';
import { unlessAllowedToAll } from './login-profiles.ts';
import type { PasswordPolicy } from './state.ts';

const SHORTEST = 6;

const noPolicy = (account: string): Refused =>
  fault('NoSuchEntity', `The Password Policy with domain name ${account} cannot be found.`);

const getPolicy: Operation = {
  name: 'iam:GetAccountPasswordPolicy',
  needs: (site) => unlessAllowedToAll(site, 'iam:GetAccountPasswordPolicy', '*'),
  run: ({ cloud, account }) => {
    const policy = account.iam?.passwordPolicy;
    if (!policy) return noPolicy(account.id);
    const ExpirePasswords = policy.MaxPasswordAge !== undefined;
    return answered(cloud, { PasswordPolicy: { ...policy, ExpirePasswords } });
  },
};

const updatePolicy: Operation = {
  name: 'iam:UpdateAccountPasswordPolicy',
  needs: () => [{ action: 'iam:UpdateAccountPasswordPolicy', on: '*' }],
  run: ({ cloud, account }, input) => {
    const age = numberOf(input, 'MaxPasswordAge');
    const reuse = numberOf(input, 'PasswordReusePrevention');
    const hard = flagOf(input, 'HardExpiry') ?? (age === undefined ? undefined : false);
    const passwordPolicy: PasswordPolicy = {
      MinimumPasswordLength: numberOf(input, 'MinimumPasswordLength') ?? SHORTEST,
      RequireSymbols: flagOf(input, 'RequireSymbols') ?? false,
      RequireNumbers: flagOf(input, 'RequireNumbers') ?? false,
      RequireUppercaseCharacters: flagOf(input, 'RequireUppercaseCharacters') ?? false,
      RequireLowercaseCharacters: flagOf(input, 'RequireLowercaseCharacters') ?? false,
      AllowUsersToChangePassword: flagOf(input, 'AllowUsersToChangePassword') ?? false,
      ...(age === undefined ? {} : { MaxPasswordAge: age }),
      ...(reuse === undefined ? {} : { PasswordReusePrevention: reuse }),
      ...(hard === undefined ? {} : { HardExpiry: hard }),
    };
    return changed(cloud, { ...account, iam: { ...account.iam, passwordPolicy } });
  },
};

const deletePolicy: Operation = {
  name: 'iam:DeleteAccountPasswordPolicy',
  needs: () => [{ action: 'iam:DeleteAccountPasswordPolicy', on: '*' }],
  run: ({ cloud, account }) => {
    const { passwordPolicy, ...iam } = account.iam ?? {};
    return passwordPolicy ? changed(cloud, { ...account, iam }) : noPolicy(account.id);
  },
};

export const PASSWORD_POLICY: readonly Operation[] = [getPolicy, updatePolicy, deletePolicy];
