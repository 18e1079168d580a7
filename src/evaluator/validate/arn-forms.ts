// The forms of ARNs that a service has: does one fit, and does it name a Region and an account?
import { own } from '../own.ts';
import { partsOf } from './catalogue.ts';
import { found, NONE, when, type Finding } from './check.ts';
import { covers, hasWildcard, meet, withoutVariables } from './globs.ts';
import type { Text, View } from './view.ts';

/** Forms that the catalogue has elsewhere: accounts and sessions. */
const MORE: Readonly<Record<string, string>> = {
  iam: 'arn:*:iam::*:root',
  sts: 'arn:*:sts::*:assumed-role/*',
};
/** AWS owns some of these, written without an account. */
const WITHOUT_ACCOUNT = ['ssm'];

/** @param parts of the ARN, six of them */
export function formFindings(
  item: Text,
  parts: readonly string[],
  { catalogue, mayLookUp }: View,
): readonly Finding[] {
  const [, , service = '', region = '', account = '', rest = ''] = parts;
  const known = hasWildcard(service) ? undefined : catalogue?.service(service)?.forms;
  if (!known || !mayLookUp()) return NONE;
  const forms = [...known, partsOf(own(MORE, service) ?? '')].filter((form) => form[2] === service);
  if (forms.length === 0) return NONE;
  const wanted = withoutVariables(rest);
  const fitting = forms.filter((form) => meet(form[5] ?? '', wanted));
  if (fitting.length === 0) {
    const beginnings = new Set(forms.map((form) => `\`${(form[5] ?? '').split('*')[0] ?? ''}\``));
    return [found('INVALID_ARN_RESOURCE', item, { service, known: [...beginnings].slice(0, 5).join(', ') })];
  }
  const all = (at: number, empty: boolean): boolean => fitting.every((form) => (form[at] === '') === empty);
  const has = (part: string): boolean => part !== '' && !covers(part, '');
  return [
    ...when(region === '' && all(3, false), 'MISSING_ARN_REGION', item, { service }),
    ...when(has(region) && all(3, true), 'ARN_REGION_NOT_ALLOWED', item, { service, found: region }),
    ...when(
      account === '' && all(4, false) && !WITHOUT_ACCOUNT.includes(service),
      'MISSING_ARN_ACCOUNT',
      item,
      { service },
    ),
    ...when(has(account) && all(4, true), 'ARN_ACCOUNT_NOT_ALLOWED', item, { service, found: account }),
  ];
}
