// Services that have a role of their own: its name, the policy that AWS gives it, and whether one may have several.
import { lookup } from '../cloud.ts';

export interface LinkedService {
  readonly role: string;
  /** The name of a policy under `/aws-service-role/`. */
  readonly policy: string;
  /** A custom suffix makes another role. */
  readonly suffixed?: true;
}

/** Source: ug-service-linked-services. */
const SERVICES: Readonly<Record<string, LinkedService>> = {
  'access-analyzer.amazonaws.com': of('AccessAnalyzer', 'AccessAnalyzerServiceRolePolicy'),
  'autoscaling.amazonaws.com': {
    ...of('AutoScaling', 'AutoScalingServiceRolePolicy'),
    suffixed: true,
  },
  'backup.amazonaws.com': of('Backup', 'AWSBackupServiceLinkedRolePolicyForBackup'),
  'batch.amazonaws.com': of('Batch', 'BatchServiceRolePolicy'),
  'cloudtrail.amazonaws.com': of('CloudTrail', 'CloudTrailServiceRolePolicy'),
  'config.amazonaws.com': of('Config', 'AWSConfigServiceRolePolicy'),
  'dynamodb.application-autoscaling.amazonaws.com': of(
    'ApplicationAutoScaling_DynamoDBTable',
    'AWSApplicationAutoscalingDynamoDBTablePolicy',
  ),
  'ecs.amazonaws.com': of('ECS', 'AmazonECSServiceRolePolicy'),
  'ecs.application-autoscaling.amazonaws.com': of(
    'ApplicationAutoScaling_ECSService',
    'AWSApplicationAutoscalingECSServicePolicy',
  ),
  'eks.amazonaws.com': of('AmazonEKS', 'AmazonEKSServiceRolePolicy'),
  'eks-nodegroup.amazonaws.com': of('AmazonEKSNodegroup', 'AWSServiceRoleForAmazonEKSNodegroup'),
  'elasticache.amazonaws.com': of('ElastiCache', 'ElastiCacheServiceRolePolicy'),
  'elasticbeanstalk.amazonaws.com': of('ElasticBeanstalk', 'AWSElasticBeanstalkServiceRolePolicy'),
  'elasticfilesystem.amazonaws.com': of(
    'AmazonElasticFileSystem',
    'AmazonElasticFileSystemServiceRolePolicy',
  ),
  'elasticloadbalancing.amazonaws.com': of(
    'ElasticLoadBalancing',
    'AWSElasticLoadBalancingServiceRolePolicy',
  ),
  'email.cognito-idp.amazonaws.com': of(
    'AmazonCognitoIdpEmailService',
    'AmazonCognitoIdpEmailServiceRolePolicy',
  ),
  'guardduty.amazonaws.com': of('AmazonGuardDuty', 'AmazonGuardDutyServiceRolePolicy'),
  'inspector2.amazonaws.com': of('AmazonInspector2', 'AmazonInspector2ServiceRolePolicy'),
  'kafka.amazonaws.com': of('Kafka', 'KafkaServiceRolePolicy'),
  'lex.amazonaws.com': of('LexBots', 'AmazonLexBotPolicy'),
  'macie.amazonaws.com': of('AmazonMacie', 'AmazonMacieServiceRolePolicy'),
  'ops.apigateway.amazonaws.com': of('APIGateway', 'APIGatewayServiceRolePolicy'),
  'opensearchservice.amazonaws.com': of('AmazonOpenSearchService', 'AmazonOpenSearchServiceRolePolicy'),
  'organizations.amazonaws.com': of('Organizations', 'AWSOrganizationsServiceTrustPolicy'),
  'rds.amazonaws.com': of('RDS', 'AmazonRDSServiceRolePolicy'),
  'redshift.amazonaws.com': of('Redshift', 'AmazonRedshiftServiceLinkedRolePolicy'),
  'replication.dynamodb.amazonaws.com': of('DynamoDBReplication', 'DynamoDBReplicationServiceRolePolicy'),
  'replicator.lambda.amazonaws.com': of('LambdaReplicator', 'AWSLambdaReplicator'),
  'securityhub.amazonaws.com': of('SecurityHub', 'AWSSecurityHubServiceRolePolicy'),
  'spot.amazonaws.com': of('EC2Spot', 'AWSEC2SpotServiceRolePolicy'),
  'spotfleet.amazonaws.com': of('EC2SpotFleet', 'AWSEC2SpotFleetServiceRolePolicy'),
  'ssm.amazonaws.com': of('AmazonSSM', 'AmazonSSMServiceRolePolicy'),
  'sso.amazonaws.com': of('SSO', 'AWSSSOServiceRolePolicy'),
  'support.amazonaws.com': of('Support', 'AWSSupportServiceRolePolicy'),
  'trustedadvisor.amazonaws.com': of('TrustedAdvisor', 'AWSTrustedAdvisorServiceRolePolicy'),
  'wafv2.amazonaws.com': of('WAFV2Logging', 'WAFV2LoggingServiceRolePolicy'),
};

function of(name: string, policy: string): LinkedService {
  return { role: `AWSServiceRoleFor${name}`, policy };
}

export function linkedService(service: string): LinkedService | undefined {
  return lookup(SERVICES, service);
}
