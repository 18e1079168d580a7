// Finding functions by name or ARN, and what is told of them. Source: api-lambda.
import type { BareRequest } from '../authorize.ts';
import { lookup, withAccount, type Account, type Cloud } from '../cloud.ts';
import { subnetsOf } from '../ec2/networks.ts';
import { fault, type Refused } from '../fault.ts';
import { hexOf } from '../ids.ts';
import { present, textOf, type Input, type Reply, type Site } from '../operation.ts';
import type { LambdaFunction } from './state.ts';

/** Where a function is, whether or not it is there. */
export interface Address {
  /** The id of the account. */
  readonly owner: string;
  readonly region: string;
  readonly name: string;
  readonly qualifier?: string;
}

export interface Found {
  readonly owner: Account;
  readonly is: LambdaFunction;
  readonly arn: string;
}

const NAME =
  /^(?:arn:aws[\w-]*:lambda:)?(?:([a-z0-9-]+-\d):)?(?:(\d{12}):)?(?:function:)?([\w.-]+)(?::([\w$.-]+))?$/;

/** What a name, a part of an ARN or a whole one means. */
export function addressIn({ account, region }: Pick<Site, 'account' | 'region'>, text: string): Address {
  const [, place = region, owner = account.id, name = text, qualifier] = NAME.exec(text) ?? [];
  return { owner, region: place, name, ...(qualifier === undefined ? {} : { qualifier }) };
}

/** The ARN without a version. */
export function functionArn({ owner, region, name }: Address): string {
  return `arn:aws:lambda:${region}:${owner}:function:${name}`;
}

export const keyOf = (region: string, name: string): string => `${region} ${name}`;

/** The function that the input names, in whichever account; there is no version but the latest. */
export function functionIn(site: Pick<Site, 'cloud' | 'account' | 'region'>, input: Input): Found | Refused {
  const address = addressIn(site, textOf(input, 'FunctionName'));
  const qualifier = textOf(input, 'Qualifier') || (address.qualifier ?? '$LATEST');
  const arn = functionArn(address);
  const owner = lookup(site.cloud.accounts, address.owner);
  const is = owner && lookup(owner.lambda?.functions ?? {}, keyOf(address.region, address.name));
  if (owner && is && address.region === site.region && qualifier === '$LATEST') return { owner, is, arn };
  const version = qualifier === '$LATEST' ? '' : `:${qualifier}`;
  return fault('ResourceNotFoundException', `Function not found: ${arn}${version}`);
}

/** The pair on the function that the input names. */
export function onFunction(
  site: Site,
  action: string,
  input: Input,
  context: BareRequest['context'] = {},
): BareRequest {
  const arn = functionArn(addressIn(site, textOf(input, 'FunctionName')));
  return { action: `lambda:${action}`, on: arn, context };
}

export function withFunction(cloud: Cloud, owner: Account, is: LambdaFunction): Cloud {
  const functions = { ...owner.lambda?.functions, [keyOf(is.region, is.name)]: is };
  return withAccount(cloud, { ...owner, lambda: { ...owner.lambda, functions } });
}

/** How long making or changing a function takes, milliseconds. */
const TAKES = 3000;

export function isPending({ created }: LambdaFunction, now: number): boolean {
  return now - created < TAKES;
}

/** Is a change still under way? */
export function isChanging({ modified, created }: LambdaFunction, now: number): boolean {
  return modified !== created && now - modified < TAKES;
}

/** What Lambda answers of a function, without its state. */
export function configurationReply({ owner, is, arn }: Found): Reply {
  const { name, environment, subnets, groups, region } = is;
  return present({
    FunctionName: name,
    FunctionArn: arn,
    Runtime: is.runtime,
    Role: is.role,
    Handler: is.handler,
    CodeSize: is.code.size,
    Description: is.description,
    Timeout: is.timeout,
    MemorySize: is.memory,
    LastModified: new Date(is.modified).toISOString().replace('Z', '+0000'),
    CodeSha256: is.code.sha256,
    Version: '$LATEST',
    VpcConfig:
      subnets.length === 0
        ? undefined
        : {
            SubnetIds: subnets,
            SecurityGroupIds: groups,
            VpcId: vpcOf(owner, is),
            Ipv6AllowedForDualStack: false,
          },
    Environment: Object.keys(environment).length === 0 ? undefined : { Variables: environment },
    TracingConfig: { Mode: is.tracing },
    RevisionId: is.revision,
    PackageType: 'Zip',
    Architectures: [is.architecture],
    EphemeralStorage: { Size: is.storage },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    RuntimeVersionConfig: { RuntimeVersionArn: `arn:aws:lambda:${region}::runtime:${hexOf(is.runtime, 64)}` },
    LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${name}` },
  });
}

/** The same with how it is at the moment. */
export function stateReply(found: Found, now: number): Reply {
  const { is } = found;
  const state = isPending(is, now)
    ? { State: 'Pending', StateReason: 'The function is being created.', StateReasonCode: 'Creating' }
    : { State: 'Active' };
  if (isPending(is, now)) return { ...configurationReply(found), ...state };
  const update = isChanging(is, now)
    ? {
        LastUpdateStatus: 'InProgress',
        LastUpdateStatusReason: 'The function is being created.',
        LastUpdateStatusReasonCode: 'Creating',
      }
    : { LastUpdateStatus: 'Successful' };
  return { ...configurationReply(found), ...state, ...update };
}

/** The network from which a function makes its calls; `undefined` when it is in none of the account's. */
export function vpcOf(owner: Account, { region, subnets }: LambdaFunction): string | undefined {
  return subnetsOf({ account: owner, region }).find(({ id }) => id === subnets[0])?.vpc;
}
