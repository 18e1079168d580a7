// Finding a secret by its name, its ARN or the beginning of its ARN, and the pair of a call on it.
import type { Context } from '#evaluator';
import type { BareRequest } from '../authorize.ts';
import { lookup, withAccount, type Account, type Cloud } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, type Done, type Input, type Operation, type Site } from '../operation.ts';
import type { Secret, SecretState } from './state.ts';

export interface FoundSecret {
  readonly owner: Account;
  readonly arn: string;
  readonly secret: Secret;
}

const NOTHING: SecretState = { secrets: {} };

export function secretsOf(account: Account): SecretState {
  return account.secrets ?? NOTHING;
}

export function secretArn(account: string, region: string, name: string): string {
  return `arn:aws:secretsmanager:${region}:${account}:secret:${name}`;
}

export function noSecret(): Refused {
  return fault('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
}

export function badRequest(message: string): Refused {
  return fault('InvalidRequestException', message);
}

export function badParameter(message: string): Refused {
  return fault('InvalidParameterException', message);
}

/** A secret whose waiting time is over is not there any more. */
export function isGone({ time }: Cloud, { deleted }: Secret): boolean {
  return deleted !== undefined && deleted.gone <= time;
}

/** The secrets of an account that are there, by ARN. */
export function presentSecrets(
  cloud: Cloud,
  account: Account,
  region: string,
): readonly (readonly [string, Secret])[] {
  const prefix = secretArn(account.id, region, '');
  return Object.entries(secretsOf(account).secrets).filter(
    ([arn, secret]) => arn.startsWith(prefix) && !isGone(cloud, secret),
  );
}

const SUFFIX = /-[A-Za-z0-9]{6}$/;

/** The secret that a text names: a name means one of the caller's own. Source: api-secretsmanager. */
export function findSecret({ cloud, account, region }: Site, text: string): FoundSecret | undefined {
  const isArn = text.startsWith('arn:');
  const owner = isArn ? lookup(cloud.accounts, text.split(':')[4] ?? '') : account;
  if (!owner) return undefined;
  const found = presentSecrets(cloud, owner, region).find(([arn, { name }]) =>
    isArn ? arn === text || arn.replace(SUFFIX, '') === text : name === text,
  );
  return found && { owner, arn: found[0], secret: found[1] };
}

/** The cloud with another state of one secret. */
export function withSecret(cloud: Cloud, owner: Account, arn: string, secret: Secret): Cloud {
  const { secrets } = secretsOf(owner);
  return withAccount(cloud, { ...owner, secrets: { secrets: { ...secrets, [arn]: secret } } });
}

/** Why nothing can be done with a secret that waits for its deletion. */
export function deletionFault({ deleted }: Secret): Refused | undefined {
  return (
    deleted &&
    badRequest("You can't perform this operation on the secret because it was marked for deletion.")
  );
}

type Work = (site: Site, input: Input, found: FoundSecret) => Done;

interface Parts {
  /** Condition keys that the request gives. */
  readonly keys?: (input: Input) => Context;
  /** Pairs beside the secret's own. */
  readonly more?: (site: Site, input: Input, found: FoundSecret) => readonly BareRequest[] | Refused;
}

/** An operation on the secret that its `SecretId` names. One that is not there goes by what the caller called it. */
export function ofSecret(name: string, work: Work, { keys, more }: Parts = {}): Operation {
  return {
    name: `secretsmanager:${name}`,
    needs: (site, input) => {
      const id = textOf(input, 'SecretId');
      const found = findSecret(site, id);
      const context = { 'secretsmanager:SecretId': found?.arn ?? id, ...keys?.(input) };
      const own = { action: `secretsmanager:${name}`, on: found?.arn ?? id, context };
      const others = found ? (more?.(site, input, found) ?? []) : [];
      return isRefused(others) ? others : [own, ...others];
    },
    run: (site, input) => {
      const found = findSecret(site, textOf(input, 'SecretId'));
      return found ? work(site, input, found) : noSecret();
    },
    rewords,
  };
}

/** Says of a refusal what the caller called the secret, and of a key no more than that. Source: api-secretsmanager. */
export const rewords: NonNullable<Operation['rewords']> = ({ code, message }, input) => {
  if (/ perform: kms:/.test(message)) return { code, message: 'Access to KMS is not allowed' };
  const called = textOf(input, 'SecretId') || textOf(input, 'Name');
  return {
    code,
    message:
      called === ''
        ? message.replace(' on resource: *', '')
        : message.replace(/ on resource: \S+/, () => ` on resource: ${called}`),
  };
};
