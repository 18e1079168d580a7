// The policy of a function, statement by statement: who else may invoke it. Source: lambda-permissions, api-lambda.
import { lookup, withAccount, type Account, type Cloud } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueUuid } from '../ids.ts';
import { flagOf, isStructure, textOf, type Input, type Operation, type Site } from '../operation.ts';
import { policyFault } from '../policy-fault.ts';
import { resourcePolicyOf, withResourcePolicy } from '../resource-policy.ts';
import { functionIn, keyOf, onFunction, type Found } from './function.ts';
import { WRONG_REVISION } from './functions.ts';

type Statement = Readonly<Record<string, unknown>>;

/** Bytes. */
const LARGEST = 20_480;

const textOfPolicy = (statements: readonly Statement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: statements });

/** The statements as they read now: principals that were renamed or deleted since show so. */
function statementsOf(cloud: Cloud, { owner, arn }: Found): readonly Statement[] {
  const found = resourcePolicyOf(cloud, owner, { action: 'lambda:InvokeFunction', on: arn });
  if (!found) return [];
  const document: unknown = JSON.parse(found.text);
  const statements: unknown = isStructure(document) ? document['Statement'] : [];
  return Array.isArray(statements) ? statements.filter(isStructure) : [];
}

function withStatements(cloud: Cloud, { owner, is, arn }: Found, statements: readonly Statement[]): Cloud {
  const issued = issueUuid(cloud);
  const text = statements.length === 0 ? undefined : textOfPolicy(statements);
  const kept: Account = withResourcePolicy(cloud, owner, arn, text);
  const changed = { ...is, policyRevision: issued.id };
  const functions = { ...kept.lambda?.functions, [keyOf(is.region, is.name)]: changed };
  return withAccount(issued.cloud, { ...kept, lambda: { functions } });
}

/** Services by name, accounts by number, anybody, or the ARN as it stands. */
function principalOf(text: string): unknown {
  if (text === '*') return '*';
  if (/^\d{12}$/.test(text)) return { AWS: `arn:aws:iam::${text}:root` };
  if (text.startsWith('arn:')) return { AWS: text };
  return { Service: text };
}

function conditionOf(input: Input): Statement {
  const given: readonly (readonly [string, string])[] = [
    ['AWS:SourceAccount', textOf(input, 'SourceAccount')],
    ['aws:PrincipalOrgID', textOf(input, 'PrincipalOrgID')],
    ['lambda:EventSourceToken', textOf(input, 'EventSourceToken')],
    ['lambda:FunctionUrlAuthType', textOf(input, 'FunctionUrlAuthType')],
  ];
  const equals = Object.fromEntries(given.filter(([, value]) => value !== ''));
  const source = textOf(input, 'SourceArn');
  const viaUrl = flagOf(input, 'InvokedViaFunctionUrl');
  return {
    ...(Object.keys(equals).length === 0 ? {} : { StringEquals: equals }),
    ...(source === '' ? {} : { ArnLike: { 'AWS:SourceArn': source } }),
    ...(viaUrl === undefined ? {} : { Bool: { 'lambda:InvokedViaFunctionUrl': String(viaUrl) } }),
  };
}

function statementOf(input: Input, arn: string): Statement {
  const condition = conditionOf(input);
  return {
    Sid: textOf(input, 'StatementId'),
    Effect: 'Allow',
    Principal: principalOf(textOf(input, 'Principal')),
    Action: textOf(input, 'Action'),
    Resource: arn,
    ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
  };
}

function revisionFault({ is }: Found, input: Input): Refused | undefined {
  const revision = textOf(input, 'RevisionId');
  return revision === '' || revision === (is.policyRevision ?? is.revision) ? undefined : WRONG_REVISION;
}

/** A service is one by its name alone. */
const SERVICE =
  /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$|^\*$|^\d{12}$|^arn:aws[\w-]*:(?:iam|sts)::\d{12}:\S+$/;

const addPermission: Operation = {
  name: 'lambda:AddPermission',
  needs: (site, input) => {
    const type = textOf(input, 'FunctionUrlAuthType');
    return [
      onFunction(site, 'AddPermission', input, {
        'lambda:Principal': textOf(input, 'Principal'),
        ...(type === '' ? {} : { 'lambda:FunctionUrlAuthType': type }),
      }),
    ];
  },
  run: (site, input) => {
    const found = functionIn(site, input);
    if (isRefused(found)) return found;
    const before = statementsOf(site.cloud, found);
    const sid = textOf(input, 'StatementId');
    const statement = statementOf(input, found.arn);
    const wrong =
      revisionFault(found, input) ??
      (before.some((one) => one['Sid'] === sid)
        ? fault(
            'ResourceConflictException',
            `The statement id (${sid}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
          )
        : undefined) ??
      statementFault(site, input, statement, [...before, statement]);
    if (wrong) return wrong;
    return {
      cloud: withStatements(site.cloud, found, [...before, statement]),
      reply: { Statement: JSON.stringify(statement) },
    };
  },
};

function statementFault(
  { cloud }: Site,
  input: Input,
  statement: Statement,
  after: readonly Statement[],
): Refused | undefined {
  const { length } = textOfPolicy(after);
  if (length > LARGEST)
    return fault(
      'PolicyLengthExceededException',
      `The final policy size (${length}) is bigger than the limit (${LARGEST}).`,
    );
  const isKnown = SERVICE.test(textOf(input, 'Principal'));
  return isKnown && !policyFault(cloud, textOfPolicy([statement]), 'resource')
    ? undefined
    : fault(
        'InvalidParameterValueException',
        'The provided principal was invalid. Please check the principal and try again.',
      );
}

const removePermission: Operation = {
  name: 'lambda:RemovePermission',
  needs: (site, input) => [onFunction(site, 'RemovePermission', input)],
  run: (site, input) => {
    const found = functionIn(site, input);
    if (isRefused(found)) return found;
    const before = statementsOf(site.cloud, found);
    const sid = textOf(input, 'StatementId');
    if (before.length === 0) return NO_POLICY;
    const wrong = revisionFault(found, input);
    if (wrong) return wrong;
    const after = before.filter((one) => one['Sid'] !== sid);
    return after.length === before.length
      ? fault('ResourceNotFoundException', `Statement ${sid} is not found in resource policy.`)
      : { cloud: withStatements(site.cloud, found, after), reply: {} };
  },
};

const NO_POLICY = fault('ResourceNotFoundException', 'No policy is associated with the given resource.');

const getPolicy: Operation = {
  name: 'lambda:GetPolicy',
  needs: (site, input) => [onFunction(site, 'GetPolicy', input)],
  run: (site, input) => {
    const found = functionIn(site, input);
    if (isRefused(found)) return found;
    const statements = statementsOf(site.cloud, found);
    if (statements.length === 0)
      return fault('ResourceNotFoundException', 'The resource you requested does not exist.');
    const known = lookup(found.owner.lambda?.functions ?? {}, keyOf(found.is.region, found.is.name));
    return {
      cloud: site.cloud,
      reply: { Policy: textOfPolicy(statements), RevisionId: known?.policyRevision ?? found.is.revision },
    };
  },
};

export const PERMISSIONS: readonly Operation[] = [addPermission, removePermission, getPolicy];
