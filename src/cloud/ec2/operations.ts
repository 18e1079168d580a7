// EC2, as far as permissions go: launching an instance, with or without a role.
import { iamArn, withAccount, type Account, type Instance } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueInstanceId } from '../ids.ts';
import { type Input, type Operation, textOf } from '../operation.ts';
import { passing } from '../passing.ts';

function isObject(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The name of the profile that a launch asks for; nothing when it asks for none. Source: api-ec2. */
function profileOf(account: Account, input: Input): { readonly name?: string } | Refused {
  const wanted = input['IamInstanceProfile'];
  if (!isObject(wanted)) return {};
  const name = textOf(wanted, 'Name') || (textOf(wanted, 'Arn').split('/').at(-1) ?? '');
  if (Object.hasOwn(account.instanceProfiles, name)) return { name };
  return fault('InvalidParameterValue', `Value (${name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`);
}

function nameTag(input: Input): string | undefined {
  const specifications = input['TagSpecifications'];
  const tags = Array.isArray(specifications) ? specifications.filter(isObject).flatMap((s) => (Array.isArray(s['Tags']) ? s['Tags'] : [])) : [];
  const name = tags.filter(isObject).find((tag) => tag['Key'] === 'Name');
  return name && textOf(name, 'Value');
}

const INSTANCE = (account: Account): string => `arn:aws:ec2:${account.region}:${account.id}:instance/*`;

const runInstances: Operation = {
  name: 'ec2:RunInstances',
  required: ['ImageId'],
  needs: ({ account }, input) => {
    const profile = profileOf(account, input);
    if (isRefused(profile)) return profile;
    const role = profile.name === undefined ? undefined : account.instanceProfiles[profile.name]?.role;
    const instanceProfile = profile.name === undefined ? {} : { 'ec2:InstanceProfile': iamArn(account.id, 'instance-profile', account.instanceProfiles[profile.name]?.path ?? '/', profile.name) };
    return [
      { action: 'ec2:RunInstances', on: INSTANCE(account), context: instanceProfile },
      { action: 'ec2:RunInstances', on: `arn:aws:ec2:${account.region}::image/${textOf(input, 'ImageId')}` },
      ...(role === undefined ? [] : [passing(account, role, 'ec2.amazonaws.com', INSTANCE(account))]),
    ];
  },
  run: ({ cloud, account }, input) => {
    const profile = profileOf(account, input);
    if (isRefused(profile)) return profile;
    const issued = issueInstanceId(cloud);
    const instance: Instance = {
      id: issued.id,
      name: nameTag(input) ?? issued.id,
      ...(profile.name === undefined ? {} : { profile: profile.name }),
    };
    const instances = { ...account.instances, [issued.id]: instance };
    const reply = { Instances: [{ InstanceId: issued.id, ImageId: textOf(input, 'ImageId'), State: { Code: 0, Name: 'pending' } }] };
    return { cloud: withAccount(issued.cloud, { ...account, instances }), reply };
  },
};

export const EC2: readonly Operation[] = [runInstances];
