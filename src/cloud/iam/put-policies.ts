// Put…Policy for the three kinds of identity that carry policies.
import { fault, isRefused } from '../fault.ts';
import { textOf, type Operation } from '../operation.ts';
import { policyFault, sizeOf } from '../policy-fault.ts';
import { changed } from './changed.ts';
import { changeableIn, HOLDERS, onHolder, type HolderKind } from './holders.ts';

/** PutUserPolicy, PutGroupPolicy, PutRolePolicy: an inline policy, overwritten by name. */
function putPolicy(kind: HolderKind): Operation {
  const action = `iam:Put${kind.Noun}Policy`;
  return {
    name: action,
    needs: (site, input) => [onHolder(kind, action, site, input)],
    run: (site, input) => {
      const { cloud, account } = site;
      const holder = changeableIn(kind, site, input);
      if (isRefused(holder)) return holder;
      const { name, is } = holder;
      const text = textOf(input, 'PolicyDocument');
      const bad = policyFault(cloud, text, 'identity');
      if (bad) return { fault: bad };
      const inline = { ...is.inline, [textOf(input, 'PolicyName')]: text };
      const size = Object.values(inline).reduce((sum, one) => sum + sizeOf(one), 0);
      if (size > kind.inlineLimit) {
        const over = `Maximum policy size of ${kind.inlineLimit} bytes exceeded for ${kind.noun} ${name}`;
        return fault('LimitExceeded', over);
      }
      return changed(cloud, kind.put(account, name, { inline, attached: is.attached }));
    },
  };
}

export const PUT_POLICIES: readonly Operation[] = HOLDERS.map(putPolicy);
