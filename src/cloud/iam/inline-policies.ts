// Inline policies read, listed and deleted, for users, groups and roles. Writing them is `put-policies`.
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, type Input, type Operation, type Site } from '../operation.ts';
import { lookup, without } from '../cloud.ts';
import { answered, changed } from './changed.ts';
import { page } from './found.ts';
import { holderIn, HOLDERS, onHolder, type Holder, type HolderKind } from './holders.ts';
import { protectedRole } from './protected-role.ts';

interface Found {
  readonly name: string;
  readonly is: Holder;
  readonly policy: string;
  readonly text: string;
}

function inlineIn(kind: HolderKind, site: Site, input: Input): Found | Refused {
  const holder = holderIn(kind, site, input);
  if (isRefused(holder)) return holder;
  const policy = textOf(input, 'PolicyName');
  const text = lookup(holder.is.inline, policy);
  return text === undefined
    ? fault('NoSuchEntity', `The ${kind.noun} policy with name ${policy} cannot be found.`)
    : { ...holder, policy, text };
}

function getPolicy(kind: HolderKind): Operation {
  const action = `iam:Get${kind.Noun}Policy`;
  return {
    name: action,
    needs: (site, input) => [onHolder(kind, action, site, input)],
    run: (site, input) => {
      const found = inlineIn(kind, site, input);
      if (isRefused(found)) return found;
      const reply = {
        [`${kind.Noun}Name`]: found.name,
        PolicyName: found.policy,
        PolicyDocument: found.text,
      };
      return { cloud: site.cloud, reply };
    },
  };
}

function deletePolicy(kind: HolderKind): Operation {
  const action = `iam:Delete${kind.Noun}Policy`;
  return {
    name: action,
    needs: (site, input) => [onHolder(kind, action, site, input)],
    run: (site, input) => {
      const found = inlineIn(kind, site, input);
      if (isRefused(found)) return found;
      const bad = protectedRole(found.is, found.name);
      if (bad) return { fault: bad };
      const inline = without(found.is.inline, found.policy);
      return changed(site.cloud, kind.put(site.account, found.name, { inline, attached: found.is.attached }));
    },
  };
}

function listPolicies(kind: HolderKind): Operation {
  const action = `iam:List${kind.Noun}Policies`;
  return {
    name: action,
    needs: (site, input) => [onHolder(kind, action, site, input)],
    run: (site, input) => {
      const holder = holderIn(kind, site, input);
      if (isRefused(holder)) return holder;
      return answered(site.cloud, page(input, 'PolicyNames', Object.keys(holder.is.inline)));
    },
  };
}

export const INLINE_POLICIES: readonly Operation[] = HOLDERS.flatMap((kind) => [
  getPolicy(kind),
  deletePolicy(kind),
  listPolicies(kind),
]);
