// The models of the simulated services: what each operation takes and gives. The command line and the pipeline read the same.
import accessanalyzer from './accessanalyzer.generated.json' with { type: 'json' };
import cloudtrail from './cloudtrail.generated.json' with { type: 'json' };
import dynamodb from './dynamodb.generated.json' with { type: 'json' };
import ec2 from './ec2.generated.json' with { type: 'json' };
import iam from './iam.generated.json' with { type: 'json' };
import kms from './kms.generated.json' with { type: 'json' };
import lambda from './lambda.generated.json' with { type: 'json' };
import organizations from './organizations.generated.json' with { type: 'json' };
import s3api from './s3api.generated.json' with { type: 'json' };
import secretsmanager from './secretsmanager.generated.json' with { type: 'json' };
import sns from './sns.generated.json' with { type: 'json' };
import sqs from './sqs.generated.json' with { type: 'json' };
import ssm from './ssm.generated.json' with { type: 'json' };
import sts from './sts.generated.json' with { type: 'json' };
import limits from './limits.json' with { type: 'json' };
import type { ServiceModel } from './model.ts';

export type { Limit, OperationModel, ServiceModel, Shape } from './model.ts';

/** By the name that the command line gives the service. */
export const MODELS: ReadonlyMap<string, ServiceModel> = new Map(
  (
    [
      ...[accessanalyzer, cloudtrail, dynamodb, ec2, iam, kms, lambda],
      ...[organizations, s3api, secretsmanager, sns, sqs, ssm, sts],
    ] as readonly Omit<ServiceModel, 'limits'>[]
  ).map((model) => [model.command, { ...model, limits: limitsOf(model.command) }]),
);

function limitsOf(command: string): ServiceModel['limits'] {
  const groups = (limits as unknown as Readonly<Record<string, readonly Group[]>>)[command] ?? [];
  return new Map(groups.flatMap(({ limit, at }) => at.map((place) => [place, limitOf(limit)] as const)));
}

interface Group {
  readonly limit: readonly (number | string | null)[];
  readonly at: readonly string[];
}

function limitOf([min, max, pattern]: Group['limit']): NonNullable<
  ReturnType<ServiceModel['limits']['get']>
> {
  return {
    ...(typeof min === 'number' ? { min } : {}),
    ...(typeof max === 'number' ? { max } : {}),
    ...(typeof pattern === 'string' ? { pattern } : {}),
  };
}
