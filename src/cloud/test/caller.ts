// Calls signed with any credentials, also with those that a call has just answered.
import type { Cloud, Outcome } from '../index.ts';
import type { Input, Reply } from '../operation.ts';
import { blankWorld, callAs, profilesOf, SERVICES, type Credentials } from '../services.ts';

const BLANK = blankWorld();

/** The long-term key of a profile of the blank world. */
export function keyOf(name: string): Credentials {
  const profile = profilesOf(BLANK).find((one) => one.name === name);
  if (!profile) throw new Error(`no profile ${name}`);
  return { accessKeyId: profile.key.id, secretAccessKey: profile.key.secret };
}

/** The credentials in a reply. */
export function keyIn({ Credentials: given }: Reply): Credentials {
  const { AccessKeyId, SecretAccessKey, SessionToken } = given as Readonly<Record<string, string>>;
  return {
    accessKeyId: AccessKeyId ?? '',
    secretAccessKey: SecretAccessKey ?? '',
    sessionToken: SessionToken,
  };
}

/** @param key credentials, or the name of a profile of the blank world */
export function calling(
  cloud: Cloud,
  key: Credentials | string,
  operation: string,
  input: Input = {},
  region = 'us-east-1',
): Outcome {
  const credentials = typeof key === 'string' ? keyOf(key) : key;
  return callAs(cloud, credentials, { operation, input, region }, SERVICES);
}

/** What a call answered. @throws Error of its fault */
export function replyOf(outcome: Outcome): Reply {
  if ('fault' in outcome) throw new Error(`${outcome.fault.code}: ${outcome.fault.message}`);
  return outcome.reply;
}

/** The code and the sentence of a call's fault; `done` when it went through. */
export function faultOf(outcome: Outcome): string {
  return 'fault' in outcome ? `${outcome.fault.code}: ${outcome.fault.message}` : 'done';
}
