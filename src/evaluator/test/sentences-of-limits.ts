// The sentences for what is always allowed, what denies and what limits before anything is granted.
import type { Layers, Request, RuleId } from '../index.ts';
import {
  allow,
  ASSUME,
  broken,
  deny,
  may,
  no,
  other,
  policy,
  READ,
  ROOT,
  SAM,
  SERVICE,
  WORKER,
} from './cast.ts';

/** A rule, its sentence, who asks under which documents, and what: without that, to read a timetable. */
export type Row = readonly [
  rule: RuleId,
  sentence: string,
  principal: Request['principal'],
  layers: Layers,
  asked?: Request,
];

export const LIMITS: readonly Row[] = [
  [
    'caller-identity-needs-no-permission',
    'Everybody may ask who they are, whatever the policies say.',
    SAM,
    no,
    { ...READ, action: 'sts:GetCallerIdentity' },
  ],
  [
    'session-token-needs-no-permission',
    'A session token needs no permission, whatever the policies say.',
    SAM,
    no,
    { ...READ, action: 'sts:GetSessionToken' },
  ],
  ['explicit-deny-wins', 'No Deny statement matches.', SAM, may],
  [
    'explicit-deny-wins',
    'Statement 2 (Keep) of identity policy 1 denies it: its Deny matches.',
    SAM,
    { identity: [policy('identity', allow, deny)] },
  ],
  [
    'explicit-deny-wins',
    'Statement 1 (Keep) of resource policy 1 denies it: its Deny matches.',
    SAM,
    { ...may, resource: policy('resource', deny) },
  ],
  [
    'explicit-deny-wins',
    'Statement 1 (Keep) of trust policy 1 denies it: its Deny matches.',
    SAM,
    { ...may, resource: policy('trust', deny) },
    ASSUME,
  ],
  [
    'explicit-deny-wins',
    'Statement 1 (Keep) of permissions boundary 1 denies it: its Deny matches.',
    SAM,
    { ...may, boundary: policy('boundary', deny) },
  ],
  [
    'explicit-deny-wins',
    'Statement 1 (Keep) of session policy 2 denies it: its Deny matches.',
    WORKER,
    { ...may, session: [policy('session', allow), policy('session', deny)] },
  ],
  [
    'explicit-deny-wins',
    'Statement 2 (Keep) of service control policy 1 at level 2 denies it: its Deny matches.',
    SAM,
    { ...may, scp: [[policy('scp', allow)], [policy('scp', allow, deny)]] },
  ],
  [
    'explicit-deny-wins',
    'Statement 1 (Keep) of resource control policy 2 at level 1 denies it: its Deny matches.',
    SAM,
    { ...may, rcp: [[policy('rcp', { ...deny, Action: 'ec2:*' }), policy('rcp', deny)]] },
  ],
  [
    'explicit-deny-wins',
    'Statement 1 (Keep) of endpoint policy 1 denies it: its Deny matches.',
    SAM,
    { ...may, vpce: policy('vpce', deny) },
  ],
  [
    'explicit-deny-wins',
    'The root user of the account keeps the policy of its bucket, whatever that policy denies.',
    ROOT,
    { ...no, resource: policy('resource', deny) },
    { ...READ, action: 's3:PutBucketPolicy' },
  ],
  [
    'invalid-document-allows-nothing',
    'The identity policy 2 cannot be read and allows nothing.',
    SAM,
    { identity: [policy('identity', allow), broken('identity')] },
  ],
  [
    'invalid-document-allows-nothing',
    'The service control policy 1 at level 1 cannot be read and allows nothing.',
    SAM,
    { ...may, scp: [[broken('scp')]] },
  ],
  [
    'rcp-never-grants',
    'The resource control policies allow it at every level, as RCPFullAWSAccess is always there.',
    SAM,
    { ...may, rcp: [[]] },
  ],
  [
    'rcp-never-grants',
    'The resource control policies do not count: they do not bind service-linked roles.',
    { ...WORKER, serviceLinkedRole: true },
    { ...may, rcp: [[policy('rcp', deny)]] },
  ],
  [
    'rcp-never-grants',
    'The resource control policies do not count: they do not bind the management account.',
    SAM,
    { ...may, rcp: [[policy('rcp', deny)]] },
    { ...READ, resourceInManagementAccount: true },
  ],
  [
    'scp-never-grants',
    'The service control policies allow it at every level.',
    SAM,
    { ...may, scp: [[policy('scp', allow)]] },
  ],
  [
    'scp-never-grants',
    'No service control policy at level 2 allows it.',
    SAM,
    { ...may, scp: [[policy('scp', allow)], [policy('scp', other)]] },
  ],
  [
    'scp-never-grants',
    'The service control policies do not count: they do not bind service-linked roles.',
    { ...WORKER, serviceLinkedRole: true },
    { ...may, scp: [[]] },
  ],
  [
    'scp-never-grants',
    'The service control policies do not count: they do not bind the management account.',
    { ...SAM, inManagementAccount: true },
    { ...may, scp: [[policy('scp', deny)]] },
  ],
  [
    'scp-never-grants',
    'The service control policies do not count: they bind only users and roles of the account.',
    SERVICE,
    { ...no, scp: [[policy('scp', deny)]] },
  ],
  [
    'endpoint-policy-must-allow',
    'The policy of the VPC endpoint lets it through.',
    SAM,
    { ...may, vpce: policy('vpce', allow) },
  ],
  [
    'endpoint-policy-must-allow',
    'The policy of the VPC endpoint does not allow it.',
    SAM,
    { ...may, vpce: policy('vpce', other) },
  ],
];
