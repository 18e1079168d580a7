// The decision on a line, straight down the published order of evaluation. It explains nothing and hurries nowhere.
import { readDocument, type Kind, type Reading, type Statement } from './documents.ts';
import type { Decision, Line } from './line.ts';
import { hasAccount, strongest, type Reach } from './principals.ts';
import { reachIn, speaks } from './statements.ts';

/** Allowed to whoever signs, whatever any policy says. */
const ALWAYS = ['sts:getcalleridentity', 'sts:getsessiontoken'];
/** The root user of a bucket's account can always mend the bucket's policy. */
const MENDS_BUCKET = ['s3:getbucketpolicy', 's3:putbucketpolicy', 's3:deletebucketpolicy'];

interface Layers {
  readonly identity: readonly Reading[];
  readonly boundary: readonly Reading[];
  readonly session: readonly Reading[];
  readonly scps: readonly (readonly Reading[])[];
  readonly rcps: readonly (readonly Reading[])[];
  readonly resource: readonly Reading[];
  readonly endpoint: readonly Reading[];
}

export function decideLine(line: Line): { readonly decision: Decision } {
  return { decision: decided(line, layersOf(line)) };
}

/** How closely the resource policy of a line names its caller in the statements that allow. */
export function resourceReach(line: Line): Reach {
  const allowing = layersOf(line)
    .resource.flatMap(({ statements }) => statements)
    .filter((statement) => statement.effect === 'Allow' && speaks(statement, line));
  return strongest(allowing.map((statement) => reachIn(statement, line)));
}

/** Taking a role, tagging its session and setting a source identity are decided by the trust policy. */
const isTrust = ({ request }: Line): boolean =>
  /^sts:(?:assumerole.*|tagsession|setsourceidentity)$/i.test(request.action) &&
  !request.resource.includes(':federated-user/');

const isKey = ({ request }: Line): boolean =>
  /^kms:/i.test(request.action) && request.resource.includes(':key/');

function layersOf(line: Line): Layers {
  const list = (kind: Kind, given: readonly unknown[] = []) => given.map((one) => readDocument(one, kind));
  const one = (kind: Kind, given: unknown) => (given === undefined ? [] : [readDocument(given, kind)]);
  return {
    identity: list('identity', line.identityPolicies),
    boundary: one('boundary', line.permissionsBoundary),
    session: list('session', line.sessionPolicies),
    scps: (line.serviceControlPolicies ?? []).map((level) => list('scp', level)),
    rcps: (line.resourceControlPolicies ?? []).map((level) => list('rcp', level)),
    resource: one(isTrust(line) ? 'trust' : 'resource', line.resourcePolicy),
    endpoint: one('endpoint', line.vpcEndpointPolicy),
  };
}

function decided(line: Line, layers: Layers): Decision {
  const { principal, request } = line;
  if (ALWAYS.includes(request.action.toLowerCase())) return 'allowed';

  const slr = principal.serviceLinkedRole === true;
  const scps = slr || principal.inManagementAccount || !hasAccount(principal) ? [] : layers.scps;
  const rcps = slr || request.resourceInManagementAccount ? [] : layers.rcps;

  const say = (readings: readonly Reading[], effect: Statement['effect']): boolean =>
    readings.some(({ statements }) => statements.some((one) => one.effect === effect && speaks(one, line)));
  const allow = (readings: readonly Reading[]) => say(readings, 'Allow');

  const { identity, boundary, session, resource, endpoint } = layers;
  const same = hasAccount(principal) && principal.account === request.resourceAccount;
  const mends = principal.type === 'root' && same && MENDS_BUCKET.includes(request.action.toLowerCase());
  const denying = [...identity, ...boundary, ...session, ...endpoint, ...scps.flat(), ...rcps.flat()];
  if (say([...denying, ...(mends ? [] : resource)], 'Deny')) return 'explicitDeny';

  // RCPFullAWSAccess stands on every level of the RCPs and allows everything, so only the other guardrails are asked.
  const everything = [...identity, ...boundary, ...session, ...resource, ...endpoint];
  const unread = [...everything, ...layers.scps.flat(), ...layers.rcps.flat()];
  if (unread.some(({ valid, couldDeny }) => !valid && couldDeny)) return 'implicitDeny';
  if (!scps.every(allow)) return 'implicitDeny';
  if (endpoint.length > 0 && !allow(endpoint)) return 'implicitDeny';

  const reach = resourceReach(line);
  if (!hasAccount(principal)) return reach === 'none' ? 'implicitDeny' : 'allowed';

  const byIdentity = principal.type === 'root' || allow(identity);
  const byBoundary = boundary.length === 0 || allow(boundary);
  const bySession = session.length === 0 ? principal.type !== 'federatedUser' : allow(session);
  const ceilings = byBoundary && bySession;
  if (!same) return reach !== 'none' && byIdentity && ceilings ? 'allowed' : 'implicitDeny';

  if (reach === 'direct') return 'allowed';
  if (reach === 'role' && ceilings) return 'allowed';
  const delegated = !(isTrust(line) || isKey(line)) || reach === 'account';
  return byIdentity && ceilings && delegated ? 'allowed' : 'implicitDeny';
}
