// Managed policies attached to users, groups and roles, detached and listed.
import type { BareRequest } from '../authorize.ts';
import { fault, isRefused, overQuota } from '../fault.ts';
import { policyArn } from '../managed.ts';
import { textOf, type Input, type Operation, type Site } from '../operation.ts';
import { answered, changed } from './changed.ts';
import { isUnder, page } from './found.ts';
import { changeableIn, holderIn, HOLDERS, onHolder, type HolderKind } from './holders.ts';
import { attachablePolicy, namedPolicy, notAttachable, notFound, pathIn } from './named-policy.ts';

/** The pair of an operation on one of them with a policy, which is a key of it. */
function withPolicy(kind: HolderKind, action: string, site: Site, input: Input): BareRequest {
  const pair = onHolder(kind, action, site, input);
  return { ...pair, context: { ...pair.context, 'iam:PolicyARN': textOf(input, 'PolicyArn') } };
}

/** AttachUserPolicy, AttachGroupPolicy, AttachRolePolicy; attaching twice changes nothing. */
function attachPolicy(kind: HolderKind): Operation {
  const action = `iam:Attach${kind.Noun}Policy`;
  return {
    name: action,
    needs: (site, input) => [withPolicy(kind, action, site, input)],
    run: (site, input) => {
      const { cloud, account } = site;
      const holder = changeableIn(kind, site, input);
      if (isRefused(holder)) return holder;
      const { name, is } = holder;
      const found = attachablePolicy(cloud, account, textOf(input, 'PolicyArn'), notAttachable);
      if (isRefused(found)) return found;
      if (is.attached.includes(found.policy)) return { cloud, reply: {} };
      if (is.attached.length >= kind.attachedLimit)
        return overQuota(`PoliciesPer${kind.Noun}`, kind.attachedLimit);
      const attached = [...is.attached, found.policy];
      return changed(cloud, kind.put(account, name, { inline: is.inline, attached }));
    },
  };
}

function detachPolicy(kind: HolderKind): Operation {
  const action = `iam:Detach${kind.Noun}Policy`;
  return {
    name: action,
    needs: (site, input) => [withPolicy(kind, action, site, input)],
    run: (site, input) => {
      const { cloud, account } = site;
      const holder = changeableIn(kind, site, input);
      if (isRefused(holder)) return holder;
      const { name, is } = holder;
      const arn = textOf(input, 'PolicyArn');
      const found = namedPolicy(cloud, account, arn, notFound);
      if (isRefused(found)) return found;
      if (!is.attached.includes(found.policy)) return fault('NoSuchEntity', notFound(arn));
      const attached = is.attached.filter((one) => one !== found.policy);
      return changed(cloud, kind.put(account, name, { inline: is.inline, attached }));
    },
  };
}

function listAttached(kind: HolderKind): Operation {
  const action = `iam:ListAttached${kind.Noun}Policies`;
  return {
    name: action,
    needs: (site, input) => [onHolder(kind, action, site, input)],
    run: (site, input) => {
      const holder = holderIn(kind, site, input);
      if (isRefused(holder)) return holder;
      const attached = holder.is.attached
        .map((name) => policyArn(site.account, name))
        .filter((arn) => isUnder(input, pathIn(arn)))
        .map((arn) => ({ PolicyName: arn.split('/').at(-1) ?? '', PolicyArn: arn }));
      return answered(site.cloud, page(input, 'AttachedPolicies', attached));
    },
  };
}

export const ATTACHED_POLICIES: readonly Operation[] = HOLDERS.flatMap((kind) => [
  attachPolicy(kind),
  detachPolicy(kind),
  listAttached(kind),
]);
