// The alias of an account: one, unique among all accounts. A new one takes the place of the old one. Source: api-iam.
import { fault } from '../fault.ts';
import { textOf, type Operation } from '../operation.ts';
import { answered, changed } from './changed.ts';
import { page } from './found.ts';

const createAlias: Operation = {
  name: 'iam:CreateAccountAlias',
  needs: () => [{ action: 'iam:CreateAccountAlias', on: '*' }],
  run: ({ cloud, account }, input) => {
    const alias = textOf(input, 'AccountAlias');
    if (/^\d{12}$/.test(alias))
      return fault('ValidationError', 'The account alias must not be a 12-digit number.');
    const isTaken = Object.values(cloud.accounts).some(({ iam }) => iam?.alias === alias);
    if (isTaken) return fault('EntityAlreadyExists', `The account alias ${alias} already exists.`);
    return changed(cloud, { ...account, iam: { ...account.iam, alias } });
  },
};

const deleteAlias: Operation = {
  name: 'iam:DeleteAccountAlias',
  needs: () => [{ action: 'iam:DeleteAccountAlias', on: '*' }],
  run: ({ cloud, account }, input) => {
    const { alias, ...iam } = account.iam ?? {};
    const wanted = textOf(input, 'AccountAlias');
    return alias === wanted
      ? changed(cloud, { ...account, iam })
      : fault('NoSuchEntity', `The account alias ${wanted} cannot be found.`);
  },
};

const listAliases: Operation = {
  name: 'iam:ListAccountAliases',
  needs: () => [{ action: 'iam:ListAccountAliases', on: '*' }],
  run: ({ cloud, account }, input) => {
    const alias = account.iam?.alias;
    return answered(cloud, page(input, 'AccountAliases', alias === undefined ? [] : [alias]));
  },
};

export const ACCOUNT_ALIAS: readonly Operation[] = [createAlias, deleteAlias, listAliases];
