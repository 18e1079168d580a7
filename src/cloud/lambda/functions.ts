// Functions: made, read, changed, deleted. Source: api-lambda.
import { withAccount, without } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueUuid } from '../ids.ts';
import { flagOf, isStructure, textOf, type Input, type Operation, type Site } from '../operation.ts';
import { pageOf } from '../paging.ts';
import { withResourcePolicy } from '../resource-policy.ts';
import { requestTagKeys, tagsOf, withTags, type Tags } from '../tags.ts';
import { codeIn, codePairs } from './code.ts';
import {
  addressIn,
  configurationReply,
  functionArn,
  functionIn,
  isChanging,
  isPending,
  keyOf,
  onFunction,
  stateReply,
  withFunction,
  type Found,
} from './function.ts';
import { passingTo, roleFault } from './role.ts';
import { settingsFault, settingsIn } from './settings.ts';
import type { LambdaFunction } from './state.ts';

/** Tags as Lambda takes them: a map. */
export function tagMap(value: unknown): Tags {
  if (!isStructure(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (typeof one === 'string' ? [[key, one] as const] : [])),
  );
}

function codeOf(input: Input): Input {
  const code = input['Code'];
  return isStructure(code) ? code : {};
}

/** The condition keys of a function's network, where the call gives one. */
function networkKeys({ account, region }: Site, input: Input) {
  const { subnets, groups } = settingsIn(input);
  const arn = (kind: string, id: string): string => `arn:aws:ec2:${region}:${account.id}:${kind}/${id}`;
  return {
    ...(subnets.length === 0 ? {} : { 'lambda:SubnetIds': subnets.map((id) => arn('subnet', id)) }),
    ...(groups.length === 0
      ? {}
      : { 'lambda:SecurityGroupIds': groups.map((id) => arn('security-group', id)) }),
  };
}

const createFunction: Operation = {
  name: 'lambda:CreateFunction',
  needs: (site, input) => {
    const role = textOf(input, 'Role');
    const arn = functionArn(addressIn(site, textOf(input, 'FunctionName')));
    const pass = passingTo(site, role, arn);
    if (isRefused(pass)) return pass;
    const context = { ...networkKeys(site, input), ...requestTagKeys(tagMap(input['Tags'])) };
    return [onFunction(site, 'CreateFunction', input, context), ...pass, ...codePairs(codeOf(input))];
  },
  run: (site, input) => {
    const { cloud, account, region } = site;
    const address = addressIn(site, textOf(input, 'FunctionName'));
    const settings = settingsIn(input);
    const wrong =
      settingsFault(site, settings) ??
      (Object.hasOwn(account.lambda?.functions ?? {}, keyOf(region, address.name))
        ? fault('ResourceConflictException', `Function already exist: ${address.name}`)
        : undefined) ??
      roleFault(cloud, settings.role);
    if (wrong) return wrong;
    const code = codeIn(site, codeOf(input));
    if (isRefused(code)) return code;
    const issued = issueUuid(cloud);
    const is: LambdaFunction = {
      ...settings,
      name: address.name,
      region,
      code,
      created: cloud.time,
      modified: cloud.time,
      revision: issued.id,
    };
    const arn = functionArn(address);
    const tags = tagMap(input['Tags']);
    const owner = Object.keys(tags).length === 0 ? account : withTags(account, arn, tags);
    return {
      cloud: withFunction(issued.cloud, owner, is),
      reply: stateReply({ owner, is, arn }, cloud.time),
    };
  },
};

const getFunction: Operation = {
  name: 'lambda:GetFunction',
  needs: (site, input) => [onFunction(site, 'GetFunction', input)],
  run: (site, input) => {
    const found = functionIn(site, input);
    if (isRefused(found)) return found;
    const { region, name } = found.is;
    const tags = tagsOf(found.owner, found.arn);
    return {
      cloud: site.cloud,
      reply: {
        Configuration: stateReply(found, site.cloud.time),
        Code: {
          RepositoryType: 'S3',
          Location: `https://awslambda-${region}-tasks.s3.${region}.amazonaws.com/snapshots/${found.owner.id}/${name}-${found.is.revision}`,
        },
        ...(Object.keys(tags).length === 0 ? {} : { Tags: tags }),
      },
    };
  },
};

const getFunctionConfiguration: Operation = {
  name: 'lambda:GetFunctionConfiguration',
  needs: (site, input) => [onFunction(site, 'GetFunctionConfiguration', input)],
  run: (site, input) => {
    const found = functionIn(site, input);
    return isRefused(found) ? found : { cloud: site.cloud, reply: stateReply(found, site.cloud.time) };
  },
};

const PAGE = { size: 'MaxItems', token: 'Marker', most: 50 };

const listFunctions: Operation = {
  name: 'lambda:ListFunctions',
  needs: () => [{ action: 'lambda:ListFunctions', on: '*' }],
  run: (site, input) => {
    const { cloud, account, region } = site;
    const all = Object.values(account.lambda?.functions ?? {})
      .filter((one) => one.region === region)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const page = pageOf(input, all, PAGE);
    if (!page) return fault('InvalidParameterValueException', 'Invalid Marker');
    const Functions = page.items.map((is) => {
      const arn = functionArn({ owner: account.id, region, name: is.name });
      return configurationReply({ owner: account, is, arn });
    });
    return { cloud, reply: { ...(page.next === undefined ? {} : { NextMarker: page.next }), Functions } };
  },
};

/** Why a function cannot be changed now. */
function busy({ is, arn }: Found, input: Input, now: number): Refused | undefined {
  const revision = textOf(input, 'RevisionId');
  if (revision !== '' && revision !== is.revision) return WRONG_REVISION;
  if (isPending(is, now))
    return fault(
      'ResourceConflictException',
      'The operation cannot be performed at this time. The function is currently in the following state: Pending',
    );
  return isChanging(is, now)
    ? fault(
        'ResourceConflictException',
        `The operation cannot be performed at this time. An update is in progress for resource: ${arn}`,
      )
    : undefined;
}

export const WRONG_REVISION = fault(
  'PreconditionFailedException',
  'The RevisionId provided does not match the latest RevisionId for the Lambda function or alias. Call the GetFunction or the GetAlias API to retrieve the latest RevisionId for your resource.',
);

function modified(site: Site, found: Found, change: Partial<LambdaFunction>) {
  const issued = issueUuid(site.cloud);
  const is: LambdaFunction = {
    ...found.is,
    ...change,
    modified: site.cloud.time,
    revision: issued.id,
  };
  const cloud = withFunction(issued.cloud, found.owner, is);
  return { cloud, reply: stateReply({ ...found, is }, site.cloud.time) };
}

const updateFunctionCode: Operation = {
  name: 'lambda:UpdateFunctionCode',
  needs: (site, input) => [onFunction(site, 'UpdateFunctionCode', input), ...codePairs(input)],
  run: (site, input) => {
    const found = functionIn(site, input);
    if (isRefused(found)) return found;
    const wrong = busy(found, input, site.cloud.time);
    if (wrong) return wrong;
    const code = codeIn(site, input);
    if (isRefused(code)) return code;
    const { architecture } = settingsIn(input, found.is);
    const done = modified(site, found, { code, architecture });
    return flagOf(input, 'DryRun') === true ? { ...done, cloud: site.cloud } : done;
  },
};

const updateFunctionConfiguration: Operation = {
  name: 'lambda:UpdateFunctionConfiguration',
  needs: (site, input) => {
    const pair = onFunction(site, 'UpdateFunctionConfiguration', input, networkKeys(site, input));
    const role = textOf(input, 'Role');
    const pass = role === '' ? [] : passingTo(site, role, pair.on);
    return isRefused(pass) ? pass : [pair, ...pass];
  },
  run: (site, input) => {
    const found = functionIn(site, input);
    if (isRefused(found)) return found;
    const settings = settingsIn(input, found.is);
    const wrong =
      busy(found, input, site.cloud.time) ??
      settingsFault(site, settings) ??
      (textOf(input, 'Role') === '' ? undefined : roleFault(site.cloud, settings.role));
    return wrong ?? modified(site, found, settings);
  },
};

const deleteFunction: Operation = {
  name: 'lambda:DeleteFunction',
  needs: (site, input) => [onFunction(site, 'DeleteFunction', input)],
  run: (site, input) => {
    if (textOf(input, 'Qualifier') === '$LATEST')
      return fault(
        'InvalidParameterValueException',
        '$LATEST version cannot be deleted without deleting the function.',
      );
    const found = functionIn(site, input);
    if (isRefused(found)) return found;
    const { owner, is, arn } = found;
    const functions = without(owner.lambda?.functions ?? {}, keyOf(is.region, is.name));
    const bare = withResourcePolicy(site.cloud, withTags(owner, arn, {}), arn, undefined);
    const cloud = withAccount(site.cloud, { ...bare, lambda: { functions } });
    return { cloud, reply: { StatusCode: 204 } };
  },
};

export const FUNCTIONS: readonly Operation[] = [
  ...[createFunction, getFunction, getFunctionConfiguration, listFunctions],
  ...[updateFunctionCode, updateFunctionConfiguration, deleteFunction],
];
