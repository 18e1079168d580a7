// The services that a VPC endpoint may lead to, by the end of their names. Source: vpc-endpoint-services.

/** The prefix of a service's actions where it is not the end of the endpoint's name. */
const PREFIXES: Readonly<Record<string, string>> = {
  'access-analyzer': 'access-analyzer',
  'ecr.api': 'ecr',
  'ecr.dkr': 'ecr',
  elasticloadbalancing: 'elasticloadbalancing',
  'execute-api': 'execute-api',
  'git-codecommit': 'codecommit',
  'kinesis-streams': 'kinesis',
  monitoring: 'cloudwatch',
  s3express: 's3express',
};

const PLAIN: ReadonlySet<string> = new Set([
  ...[
    'athena',
    'autoscaling',
    'bedrock',
    'cloudformation',
    'cloudtrail',
    'codebuild',
    'codepipeline',
    'config',
  ],
  ...['dynamodb', 'ec2', 'ec2messages', 'ecs', 'ecs-agent', 'eks', 'elasticfilesystem', 'events', 'firehose'],
  ...['glue', 'guardduty', 'iam', 'kms', 'lambda', 'logs', 'organizations', 'rds', 's3', 'sagemaker.api'],
  ...['secretsmanager', 'securityhub', 'sns', 'sqs', 'ssm', 'ssmmessages', 'states', 'sts', 'xray'],
]);

/** @returns the prefix of the actions that go through; `undefined` when there is no such service in the region */
export function endpointService(name: string, region: string): string | undefined {
  if (name === 'com.amazonaws.iam') return region === 'us-east-1' ? 'iam' : undefined;
  const beginning = `com.amazonaws.${region}.`;
  const end = name.startsWith(beginning) ? name.slice(beginning.length) : '';
  if (Object.hasOwn(PREFIXES, end)) return PREFIXES[end];
  return PLAIN.has(end) && end !== 'iam' ? end : undefined;
}

/** Those that a gateway leads to; everything else has an interface. */
export const GATEWAYS: ReadonlySet<string> = new Set(['s3', 'dynamodb']);
