// Lists of keys, aliases and the names of policies, in the pages of KMS.
import type { Cloud } from '../cloud.ts';
import { fault, isRefused } from '../fault.ts';
import { present, textOf, type Done, type Input, type Operation } from '../operation.ts';
import { pageOf } from '../paging.ts';
import { findKey, isGone, keyArn, pending, stateOf } from './key.ts';
import { ofKey } from './needs.ts';

/** One page as KMS answers it. */
export function kmsPage(
  cloud: Cloud,
  input: Input,
  member: string,
  all: readonly unknown[],
  most = 100,
): Done {
  const page = pageOf(input, all, { size: 'Limit', token: 'Marker', most });
  if (!page) return fault('InvalidMarkerException', 'Invalid marker');
  return {
    cloud,
    reply: present({ [member]: page.items, NextMarker: page.next, Truncated: page.next !== undefined }),
  };
}

const listKeys: Operation = {
  name: 'kms:ListKeys',
  needs: () => [{ action: 'kms:ListKeys', on: '*' }],
  run: ({ cloud, account, region }, input) => {
    const keys = Object.entries(stateOf(account).keys)
      .filter(([, key]) => key.region === region && !isGone(cloud, key))
      .map(([KeyId]) => ({ KeyId, KeyArn: keyArn(account.id, region, KeyId) }))
      .sort((a, b) => (a.KeyId < b.KeyId ? -1 : 1));
    return kmsPage(cloud, input, 'Keys', keys, 1000);
  },
};

const listAliases: Operation = {
  name: 'kms:ListAliases',
  needs: () => [{ action: 'kms:ListAliases', on: '*' }],
  run: (site, input) => {
    const { cloud, account, region } = site;
    const wanted = textOf(input, 'KeyId');
    const only = wanted === '' ? undefined : findKey(site, wanted);
    if (only && isRefused(only)) return only;
    const aliases = Object.entries(stateOf(account).aliases)
      .filter(([arn, { key }]) => arn.split(':')[3] === region && (!only || only.id === key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([AliasArn, { key, created, updated }]) => ({
        AliasName: AliasArn.split(':').at(-1),
        AliasArn,
        TargetKeyId: key,
        CreationDate: created,
        LastUpdatedDate: updated,
      }));
    return kmsPage(cloud, input, 'Aliases', aliases, 50);
  },
};

const listKeyPolicies = ofKey(
  'ListKeyPolicies',
  ({ cloud }, input, { arn, key }) => pending(arn, key) ?? kmsPage(cloud, input, 'PolicyNames', ['default']),
);

export const KEY_LISTS: readonly Operation[] = [listKeys, listAliases, listKeyPolicies];
