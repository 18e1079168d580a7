// Tag…, Untag… and List…Tags: the same three operations for everything of IAM that has tags.
import type { BareRequest } from '../authorize.ts';
import type { Account } from '../cloud.ts';
import { isRefused, type Refused } from '../fault.ts';
import type { Input, Operation, Site } from '../operation.ts';
import { requestTagKeys, tagList, tagsIn, type Tags } from '../tags.ts';
import { answered, changed } from './changed.ts';
import { page } from './found.ts';
import { untagged, withMoreTags } from './tagging.ts';

export interface Tagged {
  /** As the operations are called: `Role` in `TagRole`. */
  readonly noun: string;
  readonly pair: (action: string, site: Site, input: Input) => BareRequest;
  /** What the input names, or the fault that there is none. */
  readonly found: (
    site: Site,
    input: Input,
    action: string,
  ) => { readonly tags: Tags; readonly put: (tags: Tags) => Account } | Refused;
}

export function tagOperations({ noun, pair, found }: Tagged): readonly Operation[] {
  const tag: Operation = {
    name: `iam:Tag${noun}`,
    needs: (site, input) => {
      const one = pair(`iam:Tag${noun}`, site, input);
      return [{ ...one, context: { ...one.context, ...requestTagKeys(tagsIn(input)) } }];
    },
    run: (site, input) => {
      const holder = found(site, input, `iam:Tag${noun}`);
      if (isRefused(holder)) return holder;
      const more = withMoreTags(holder.tags, input);
      return isRefused(more) ? more : changed(site.cloud, holder.put(more.tags));
    },
  };
  const untag: Operation = {
    name: `iam:Untag${noun}`,
    needs: (site, input) => {
      const one = pair(`iam:Untag${noun}`, site, input);
      return [{ ...one, context: { ...one.context, 'aws:TagKeys': untagged(input).keys } }];
    },
    run: (site, input) => {
      const holder = found(site, input, `iam:Untag${noun}`);
      if (isRefused(holder)) return holder;
      return changed(site.cloud, holder.put(untagged(input, holder.tags).rest));
    },
  };
  const list: Operation = {
    name: `iam:List${noun}Tags`,
    needs: (site, input) => [pair(`iam:List${noun}Tags`, site, input)],
    run: (site, input) => {
      const holder = found(site, input, `iam:List${noun}Tags`);
      return isRefused(holder) ? holder : answered(site.cloud, page(input, 'Tags', tagList(holder.tags)));
    },
  };
  return [tag, untag, list];
}
