// The settings of a function as a call gives them, over those that it had.
import { subnetsOf, groupsOf } from '../ec2/networks.ts';
import { fault, type Refused } from '../fault.ts';
import { isStructure, numberOf, textOf, textsOf, type Input, type Site } from '../operation.ts';
import type { LambdaFunction } from './state.ts';

export type Settings = Omit<
  LambdaFunction,
  'name' | 'region' | 'code' | 'created' | 'modified' | 'revision' | 'policyRevision'
>;

const DEFAULTS: Settings = {
  role: '',
  runtime: '',
  handler: '',
  description: '',
  timeout: 3,
  memory: 128,
  environment: {},
  architecture: 'x86_64',
  storage: 512,
  subnets: [],
  groups: [],
  tracing: 'PassThrough',
};

export function settingsIn(input: Input, before: Settings = DEFAULTS): Settings {
  const [architecture = before.architecture] = textsOf(input, 'Architectures');
  const network = input['VpcConfig'];
  const storage = input['EphemeralStorage'];
  const tracing = input['TracingConfig'];
  const text = (name: string, kept: string): string =>
    typeof input[name] === 'string' ? textOf(input, name) : kept;
  return {
    role: text('Role', before.role),
    runtime: text('Runtime', before.runtime),
    handler: text('Handler', before.handler),
    description: text('Description', before.description),
    timeout: numberOf(input, 'Timeout') ?? before.timeout,
    memory: numberOf(input, 'MemorySize') ?? before.memory,
    environment: variablesIn(input) ?? before.environment,
    architecture,
    storage: (isStructure(storage) ? numberOf(storage, 'Size') : undefined) ?? before.storage,
    subnets: isStructure(network) ? textsOf(network, 'SubnetIds') : before.subnets,
    groups: isStructure(network) ? textsOf(network, 'SecurityGroupIds') : before.groups,
    tracing: (isStructure(tracing) ? textOf(tracing, 'Mode') : '') || before.tracing,
  };
}

function variablesIn(input: Input): Readonly<Record<string, string>> | undefined {
  const environment = input['Environment'];
  if (!isStructure(environment)) return undefined;
  const variables = environment['Variables'];
  if (!isStructure(variables)) return {};
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}

/** Names that Lambda gives itself. Source: api-lambda. */
const RESERVED =
  /^(?:_HANDLER|_X_AMZN_TRACE_ID|AWS_(?:DEFAULT_REGION|REGION|EXECUTION_ENV|ACCESS_KEY|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)|AWS_LAMBDA_\w+|LAMBDA_(?:TASK_ROOT|RUNTIME_DIR))$/;
const LONGEST = 900;
const MOST_MEMORY = 10_240;
const MOST_VARIABLES = 4096;

/** What the model allows and Lambda does not. */
export function settingsFault(site: Site, settings: Settings): Refused | undefined {
  const { runtime, handler, timeout, memory, environment, subnets, groups } = settings;
  if (runtime === '' || handler === '')
    return invalid(
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    );
  if (timeout > LONGEST) return tooMuch('timeout', timeout, LONGEST);
  if (memory > MOST_MEMORY) return tooMuch('memorySize', memory, MOST_MEMORY);
  const reserved = Object.keys(environment).filter((name) => RESERVED.test(name));
  if (reserved.length > 0)
    return invalid(
      `Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(', ')}`,
    );
  if (JSON.stringify(environment).length > MOST_VARIABLES)
    return invalid(
      `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: ${JSON.stringify(environment)}`,
    );
  const strange = subnets.find((id) => !subnetsOf(site).some((one) => one.id === id));
  if (strange !== undefined)
    return invalid(
      `Error occurred while DescribeSubnets. EC2 Error Code: InvalidSubnetID.NotFound. EC2 Error Message: The subnet ID '${strange}' does not exist`,
    );
  const unknown = groups.find((id) => !groupsOf(site).some((one) => one.id === id));
  return unknown === undefined
    ? undefined
    : invalid(
        `Error occurred while DescribeSecurityGroups. EC2 Error Code: InvalidGroup.NotFound. EC2 Error Message: The security group '${unknown}' does not exist`,
      );
}

function invalid(message: string): Refused {
  return fault('InvalidParameterValueException', message);
}

function tooMuch(member: string, value: number, most: number): Refused {
  return fault(
    'ValidationException',
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must have value less than or equal to ${most}`,
  );
}
