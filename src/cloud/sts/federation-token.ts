// GetFederationToken: credentials that an application hands to somebody of its own, at most what it may do itself.
import { isRefused } from '../fault.ts';
import { numberOf, present, textOf, type Operation } from '../operation.ts';
import { federatedArn, federatedSession, type Session } from '../session.ts';
import { requestTagKeys, tagsIn } from '../tags.ts';
import { giveCredentials } from './credentials.ts';
import { narrowedBy } from './session-policies.ts';
import { sessionTags } from './session-tags.ts';
import { lifetimeOf, mustBeLongTerm } from './session-token.ts';

/**
 * What the federated user may do is what the user who asks may do, within the session policies; without one, only what
 * a resource's policy grants to it by name. Source: api-sts.
 */
export const GET_FEDERATION_TOKEN: Operation = {
  name: 'sts:GetFederationToken',
  formFirst: true,
  needs: (site, input) => {
    const wrong = mustBeLongTerm(site.session, 'GetFederationToken');
    if (wrong) return wrong;
    const tags = tagsIn(input);
    const pair = { on: federatedArn(site.account.id, textOf(input, 'Name')), context: requestTagKeys(tags) };
    return [
      { action: 'sts:GetFederationToken', ...pair },
      ...(Object.keys(tags).length > 0 ? [{ action: 'sts:TagSession', ...pair }] : []),
    ];
  },
  run: (site, input) => {
    const { cloud, account, session } = site;
    const tags = sessionTags(input);
    if (isRefused(tags)) return tags;
    const narrowed = narrowedBy(cloud, account, input, tags.tags);
    if (isRefused(narrowed)) return narrowed;
    const { packed, ...policies } = narrowed;
    const opened: Session = {
      ...federatedSession(session, textOf(input, 'Name')),
      ...policies,
      ...(Object.keys(tags.tags).length > 0 ? { tags: tags.tags } : {}),
    };
    const seconds = lifetimeOf(session, numberOf(input, 'DurationSeconds'));
    const given = giveCredentials(cloud, opened, seconds, input);
    const { Credentials, ...size } = given.reply;
    const user = { FederatedUserId: `${account.id}:${textOf(input, 'Name')}`, Arn: opened.principal.arn };
    const more = present({ PackedPolicySize: packed });
    return { cloud: given.cloud, reply: { Credentials, FederatedUser: user, ...more, ...size } };
  },
};
