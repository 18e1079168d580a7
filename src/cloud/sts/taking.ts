// What taking a role needs: the pairs and the condition keys that the call itself gives. It asks for no credentials.
import type { Context } from '#evaluator';
import type { BareRequest } from '../authorize.ts';
import { fault, type Refused } from '../fault.ts';
import { textOf, textsOf, type Input, type Site } from '../operation.ts';
import { requestTagKeys, tagsIn } from '../tags.ts';

/**
 * The pairs of `AssumeRole`: the role, its tags and its source identity, each a permission of its own. Tags and source
 * identity that a session inherits count as if they were given. Source: api-sts, ug-session-tags.
 * @param second what a second factor given with the call adds
 */
export function takingPairs(
  { session }: Pick<Site, 'session'>,
  input: Input,
  second: Context = {},
): readonly BareRequest[] | Refused {
  const on = textOf(input, 'RoleArn');
  if (session.principal.type === 'root')
    return fault('AccessDenied', 'Roles may not be assumed by root accounts.');
  if (!/^arn:aws:iam::\d{12}:role\/.+/.test(on)) return fault('ValidationError', `${on} is invalid`);
  const tags = tagsIn(input);
  const transitive = textsOf(input, 'TransitiveTagKeys');
  const source = textOf(input, 'SourceIdentity') || session.sourceIdentity;
  const externalId = textOf(input, 'ExternalId');
  const context: Context = {
    'sts:RoleSessionName': textOf(input, 'RoleSessionName'),
    ...(externalId === '' ? {} : { 'sts:ExternalId': externalId }),
    ...(source === undefined ? {} : { 'sts:SourceIdentity': source }),
    ...(transitive.length === 0 ? {} : { 'sts:TransitiveTagKeys': transitive }),
    ...requestTagKeys(tags),
    ...second,
  };
  const isTagged = Object.keys(tags).length > 0 || (session.transitive ?? []).length > 0;
  return [
    { action: 'sts:AssumeRole', on, context },
    ...(isTagged ? [{ action: 'sts:TagSession', on, context }] : []),
    ...(source === undefined ? [] : [{ action: 'sts:SetSourceIdentity', on, context }]),
  ];
}
