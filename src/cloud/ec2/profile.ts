// Which instance profile a call means, and what handing its role over needs.
import type { BareRequest } from '../authorize.ts';
import { lookup, profileArn, type Account } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { isStructure, textOf, type Input } from '../operation.ts';
import { passing } from '../passing.ts';

/** A profile that exists and holds a role. */
export interface Profile {
  readonly name: string;
  readonly arn: string;
  readonly role: string;
}

/** The profile in `IamInstanceProfile`, by `Name` or `Arn`; nothing when the call names none. Source: api-ec2. */
export function profileOf(account: Account, input: Input): { readonly profile?: Profile } | Refused {
  const wanted = input['IamInstanceProfile'];
  if (!isStructure(wanted)) return {};
  const byArn = textOf(wanted, 'Arn');
  const name = byArn === '' ? textOf(wanted, 'Name') : nameOf(account, byArn);
  const found = lookup(account.instanceProfiles, name);
  if (!found) return byArn === '' ? invalid('name', 'name', name) : invalid('arn', 'ARN', byArn);
  const arn = profileArn(account, name);
  if (found.role === undefined) {
    return fault('InvalidParameterValue', `IAM Instance Profile "${arn}" has no associated IAM Roles`);
  }
  return { profile: { name, arn, role: found.role } };
}

function nameOf(account: Account, arn: string): string {
  return Object.keys(account.instanceProfiles).find((name) => profileArn(account, name) === arn) ?? '';
}

function invalid(parameter: string, word: string, value: string): Refused {
  const message = `Value (${value}) for parameter iamInstanceProfile.${parameter} is invalid. Invalid IAM Instance Profile ${word}`;
  return fault('InvalidParameterValue', message);
}

/** The pair for the profile's role. Source: ug-passrole. */
export function passingOf(account: Account, { role }: Profile, instanceArn: string): BareRequest {
  return passing(account, role, 'ec2.amazonaws.com', instanceArn);
}
