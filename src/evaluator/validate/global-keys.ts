// The condition keys that no single service owns. Source: ug-context-keys.
import { keyIn, type Catalogue, type KeyType } from './catalogue.ts';

const NAMES: readonly (readonly [KeyType, string])[] = [
  [
    'String',
    'aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalTag/ aws:PrincipalServiceName aws:PrincipalType aws:userid aws:username ' +
      'aws:FederatedProvider aws:SourceIdentity aws:Ec2InstanceSourceVpc aws:ViaCustomerDomain aws:SourceVpc aws:SourceVpce ' +
      'aws:VpceAccount aws:VpceOrgID aws:ResourceAccount aws:ResourceOrgID aws:ResourceTag/ aws:CalledViaFirst aws:CalledViaLast ' +
      'aws:CalledViaAWSMCP aws:referer aws:RequestedRegion aws:RequestTag/ aws:SourceAccount aws:SourceOrgID aws:SourceOwner ' +
      'aws:UserAgent glue:RoleAssumedBy glue:CredentialIssuingService identitystore:UserId',
  ],
  [
    'ARN',
    'aws:PrincipalArn aws:SignInSessionArn aws:ChatbotSourceArn aws:SourceVpcArn aws:SourceArn ec2:SourceInstanceArn ' +
      'codebuild:BuildArn codebuild:ProjectArn lambda:SourceFunctionArn ssm:SourceInstanceArn',
  ],
  [
    'Bool',
    'aws:PrincipalIsAWSService aws:AssumedRoot aws:MultiFactorAuthPresent aws:ViaAWSService aws:ViaAWSMCPService ' +
      'aws:IsMcpServiceAction aws:SecureTransport',
  ],
  ['Numeric', 'aws:MultiFactorAuthAge ec2:RoleDelivery'],
  ['Date', 'aws:TokenIssueTime aws:CurrentTime aws:EpochTime'],
  ['IPAddress', 'aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIp aws:VpcSourceIp'],
  [
    'ArrayOfString',
    'aws:PrincipalOrgPaths aws:PrincipalServiceNamesList aws:VpceOrgPaths aws:ResourceOrgPaths aws:CalledVia aws:TagKeys ' +
      'aws:SourceOrgPaths',
  ],
];

/** Names as they are spelled, without the tag of a tag key. */
export const GLOBAL_NAMES: readonly string[] = NAMES.flatMap(([, names]) =>
  names.split(' ').filter((name) => name.startsWith('aws:')),
);

const GLOBAL: ReadonlyMap<string, KeyType> = new Map(
  NAMES.flatMap(([type, names]) => names.split(' ').map((name) => [name.toLowerCase(), type])),
);

export function isGlobal(lower: string): boolean {
  return keyIn(GLOBAL, lower) !== undefined;
}

/** The type of a key: global, or of the service that its prefix names; `undefined` when it is not known. */
export function typeOf(lower: string, catalogue: Catalogue | undefined): KeyType | undefined {
  const global = keyIn(GLOBAL, lower);
  if (global !== undefined) return GLOBAL.get(global);
  const keys = catalogue?.service(lower.slice(0, lower.indexOf(':')))?.keys;
  const own = keys && keyIn(keys, lower);
  return own === undefined ? undefined : keys?.get(own);
}

/** Keys that say whose account, organization or network it is: a wildcard in their value is a hole. */
export const SENSITIVE: ReadonlySet<string> = new Set(
  ['principalaccount', 'principalorgid', 'resourceaccount', 'resourceorgid', 'sourceaccount', 'sourceorgid']
    .concat(['sourcevpc', 'sourcevpce', 'vpceaccount', 'vpceorgid'])
    .map((name) => `aws:${name}`),
);

/** Keys by which a call of a service says for whom it is made. */
export const SOURCE_KEYS: readonly string[] = [
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
];
