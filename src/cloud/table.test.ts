// The table of operations, run: each goes through, needs what it says, is refused without it, and fails as it must.
import { afterAll, describe, expect, test } from 'vitest';
import { MODELS, type ServiceModel } from './models/index.ts';
import type { Cloud, Outcome } from './index.ts';
import type { Reply } from './operation.ts';
import { blankWorld, callAs, profilesOf, SERVICES } from './services.ts';
import { TABLE } from './test/table/index.ts';
import type { Failing, Given, Row, Step } from './test/table/row.ts';

const BLANK = blankWorld();
const MODEL_OF = new Map([...MODELS.values()].map((model) => [model.prefix, model]));
const TRUSTED = 'default';
/** Errors that a world without load, without failing machines and without a second caller has not. */
const NEVER =
  /^(?:ServiceFailure|InternalServerError|InternalError|ServiceException|Throttling|TooManyRequests|RequestLimitExceeded|ConcurrentModification|EntityTemporarilyUnmodifiable|ProvisionedThroughputExceeded|InvalidEndpoint|ReplicatedWriteConflict|DependencyTimeout|InternalService|UnsupportedAPIEndpoint|KMSInternal|RequestThrottled|InternalServer|TransactionInProgress)/;

/** Codes that a service gives under another name than its model's exception. */
const CODES: Readonly<Record<string, string>> = {
  CredentialReportExpired: 'ReportExpired',
  CredentialReportNotPresent: 'ReportNotPresent',
  CredentialReportNotReady: 'ReportInProgress',
  ServiceNotSupported: 'NotSupportedService',
  OpenIdIdpCommunicationError: 'OpenIdIdpCommunicationError',
  QueueDoesNotExist: 'NonExistentQueue',
  QueueNameExists: 'QueueAlreadyExists',
};

function keyOf(cloud: Cloud, profile: string) {
  const found = profilesOf(cloud).find(({ name }) => name === profile);
  if (!found) throw new Error(`no profile ${profile}`);
  return { accessKeyId: found.key.id, secretAccessKey: found.key.secret };
}

function act(cloud: Cloud, as: string, operation: string, given: Given, replies: readonly Reply[]): Outcome {
  const input = typeof given === 'function' ? given(replies, cloud) : given;
  return callAs(cloud, keyOf(BLANK, as), { operation, input, region: 'us-east-1' }, SERVICES);
}

function prepared(
  steps: readonly Step[] = [],
  world: (blank: Cloud) => Cloud = (blank) => blank,
): {
  readonly cloud: Cloud;
  readonly replies: readonly Reply[];
} {
  let cloud = world(BLANK);
  const replies: Reply[] = [];
  for (const [as, operation, input] of steps) {
    const outcome = act(cloud, as, operation, input, replies);
    if ('fault' in outcome) throw new Error(`${operation}: ${outcome.fault.code} ${outcome.fault.message}`);
    cloud = outcome.cloud;
    replies.push(outcome.reply);
  }
  return { cloud, replies };
}

/** The world without what a call always leaves: its event, and that somebody was seen. */
function lasting({ history, uses, ...world }: Cloud): object {
  return history || uses ? world : world;
}

const errorsOf = ({ operation }: Row): readonly string[] => {
  const [prefix = '', name = ''] = operation.split(':');
  const errors = MODEL_OF.get(prefix)?.operations[name]?.errors ?? [];
  return errors.map((error) => error.replace(/Exception$/, '')).filter((error) => !NEVER.test(error));
};

const bare = (code: string): string => code.replace(/^AWS\.SimpleQueueService\.|Exception$/g, '');

let counted = { successes: 0, refusals: 0, faults: 0 };

test('[every-pair-must-pass] the table has every operation once', () => {
  expect(TABLE.map(({ operation }) => operation).sort()).toEqual([...SERVICES.operations.keys()].sort());
});

describe.each(TABLE)('$operation', (row) => {
  const { operation, as = TRUSTED, input, needs, faults = [], never = {} } = row;

  test('[every-pair-must-pass] goes through and needs its actions', () => {
    const { cloud, replies } = prepared(row.before, row.world);
    const outcome = act(cloud, as, operation, input, replies);
    expect('fault' in outcome && row.closed === undefined ? outcome.fault : undefined).toBeUndefined();
    expect(outcome.parts.map(({ request }) => request.action)).toEqual(needs);
    if ('fault' in outcome) return;
    expect(outcome.reply).toMatchObject(row.reply ?? {});
    expect(unknownMembers(operation, outcome.reply)).toEqual([]);
    counted = { ...counted, successes: counted.successes + 1 };
  });

  test.each(row.undeniable === undefined ? [...new Set(needs)] : [])(
    '[explicit-deny-wins] is refused to an administrator who is denied %s, and changes nothing',
    (action) => {
      const { cloud, replies } = prepared([...(row.before ?? []), denying(as, action)], row.world);
      const outcome = act(cloud, as, operation, input, replies.slice(0, -1));
      expect(outcome).toMatchObject({ verdict: { decision: 'explicitDeny' } });
      const message = 'fault' in outcome ? outcome.fault.message : '';
      if (row.wordless === undefined) expect(message.toLowerCase()).toContain(action.toLowerCase());
      expect(lasting(outcome.cloud)).toEqual(lasting(cloud));
      counted = { ...counted, refusals: counted.refusals + 1 };
    },
  );

  test.each(faults)('[every-refusal-has-words] fails with $code', (failing: Failing) => {
    const { cloud, replies } = prepared(
      failing.before ?? row.before,
      failing.world ?? (failing.before ? undefined : row.world),
    );
    const outcome = act(cloud, failing.as ?? as, operation, failing.input, replies);
    expect('fault' in outcome ? outcome.fault.code : 'no fault').toBe(failing.code);
    if (failing.message !== undefined && 'fault' in outcome)
      expect(outcome.fault.message).toBe(failing.message);
    expect(lasting(outcome.cloud)).toEqual(lasting(cloud));
    counted = { ...counted, faults: counted.faults + 1 };
  });

  test('[every-refusal-has-words] has a case or a reason for each error that its model documents', () => {
    const shown = new Set(faults.map(({ code }) => bare(code)));
    const silent = errorsOf(row).filter(
      (error) =>
        !shown.has(CODES[error] ?? error) && !Object.keys(never).some((code) => bare(code) === error),
    );
    expect(silent).toEqual([]);
  });
});

function denying(as: string, action: string): Step {
  const statement = { Effect: 'Deny', Action: action, Resource: '*' };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return [as, 'iam:PutUserPolicy', { UserName: 'admin', PolicyName: 'not-this', PolicyDocument }];
}

/** Members of a reply that the model does not know: the terminal could not print them. */
function unknownMembers(operation: string, reply: Reply): readonly string[] {
  const [prefix = '', name = ''] = operation.split(':');
  const model = MODEL_OF.get(prefix);
  const output = model?.operations[name]?.output;
  return model ? strangers(model, output ?? '', reply, name) : [`no model of ${operation}`];
}

function strangers(model: ServiceModel, name: string, value: unknown, path: string): readonly string[] {
  const shape = model.shapes[name];
  if (!shape) return name === '' && Object.keys(value as object).length > 0 ? [path] : [];
  if ('enum' in shape) return [];
  if ('list' in shape)
    return Array.isArray(value)
      ? value.flatMap((one, i) => strangers(model, shape.list, one, `${path}[${i}]`))
      : [path];
  return Object.entries(value as object).flatMap(([key, one]) => {
    if ('map' in shape) return strangers(model, shape.map, one, `${path}.${key}`);
    const type = shape.members[key];
    return type === undefined ? [`${path}.${key}`] : strangers(model, type, one, `${path}.${key}`);
  });
}

afterAll(() => {
  const { successes, refusals, faults } = counted;
  console.log(
    `simulated: ${TABLE.length} operations, ${successes} successes, ${refusals} refusals, ${faults} ways to fail`,
  );
});
