// Words of the policy language and condition keys that every service knows, to be suggested. They decide nothing.

export const POLICY_ELEMENTS = ['Version', 'Id', 'Statement'];

export const STATEMENT_ELEMENTS = [
  ...['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource'],
  'Condition',
];

export const PRINCIPAL_KINDS = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

export const OPERATORS = [
  ...['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ...['StringLike', 'StringNotLike', 'ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike', 'Bool', 'Null'],
  ...['IpAddress', 'NotIpAddress', 'NumericEquals', 'NumericNotEquals', 'NumericLessThan'],
  ...['NumericLessThanEquals', 'NumericGreaterThan', 'NumericGreaterThanEquals', 'DateEquals'],
  ...['DateNotEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals'],
  'BinaryEquals',
].flatMap((operator) => (operator === 'Null' ? [operator] : [operator, `${operator}IfExists`]));

export const SET_OPERATORS = ['ForAllValues:', 'ForAnyValue:'];

export const GLOBAL_KEYS = [
  ...['aws:PrincipalArn', 'aws:PrincipalAccount', 'aws:PrincipalOrgID', 'aws:PrincipalOrgPaths'],
  ...['aws:PrincipalTag/', 'aws:PrincipalType', 'aws:PrincipalIsAWSService', 'aws:PrincipalServiceName'],
  ...['aws:PrincipalServiceNamesList', 'aws:userid', 'aws:username', 'aws:FederatedProvider'],
  ...['aws:TokenIssueTime', 'aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge', 'aws:SourceIdentity'],
  ...['aws:AssumedRoot', 'aws:Ec2InstanceSourceVpc', 'aws:Ec2InstanceSourcePrivateIPv4', 'aws:SourceIp'],
  ...['aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn', 'aws:VpcSourceIp', 'aws:VpceAccount'],
  ...['aws:VpceOrgID', 'aws:VpceOrgPaths', 'aws:ResourceAccount', 'aws:ResourceOrgID'],
  ...['aws:ResourceOrgPaths', 'aws:ResourceTag/', 'aws:CalledVia', 'aws:CalledViaFirst'],
  ...['aws:CalledViaLast', 'aws:ViaAWSService', 'aws:CurrentTime', 'aws:EpochTime', 'aws:referer'],
  ...['aws:RequestedRegion', 'aws:RequestTag/', 'aws:TagKeys', 'aws:SecureTransport', 'aws:SourceArn'],
  ...['aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOrgPaths', 'aws:UserAgent'],
];
