// What scenarios act out of EC2: launching an instance with or without a role, and giving it one later. No more is kept than decides.
import { lookup, withAccount, type Account, type Instance } from '../cloud.ts';
import { fault, isRefused } from '../fault.ts';
import { issueInstanceId } from '../ids.ts';
import { structuresOf, textOf, type Input, type Operation } from '../operation.ts';
import { passingOf, profileOf } from './profile.ts';

function instanceArn(account: Account, id: string): string {
  return `arn:aws:ec2:${account.region}:${account.id}:instance/${id}`;
}

function nameTag(input: Input): string | undefined {
  const tags = structuresOf(input, 'TagSpecifications').flatMap((one) => structuresOf(one, 'Tags'));
  const name = tags.find((tag) => tag['Key'] === 'Name');
  return name && textOf(name, 'Value');
}

/** A launch with a profile succeeds whether or not the role trusts EC2: the instance only gets no credentials then. */
const runInstances: Operation = {
  name: 'ec2:RunInstances',
  needs: ({ account }, input) => {
    const wanted = profileOf(account, input);
    if (isRefused(wanted)) return wanted;
    const { profile } = wanted;
    const anyInstance = instanceArn(account, '*');
    return [
      {
        action: 'ec2:RunInstances',
        on: anyInstance,
        context: profile ? { 'ec2:InstanceProfile': profile.arn } : {},
      },
      { action: 'ec2:RunInstances', on: `arn:aws:ec2:${account.region}::image/${textOf(input, 'ImageId')}` },
      ...(profile ? [passingOf(account, profile, anyInstance)] : []),
    ];
  },
  run: ({ cloud, account }, input) => {
    const wanted = profileOf(account, input);
    if (isRefused(wanted)) return wanted;
    const { profile } = wanted;
    const issued = issueInstanceId(cloud);
    const instance: Instance = {
      id: issued.id,
      name: nameTag(input) ?? issued.id,
      ...(profile ? { profile: profile.name } : {}),
    };
    const launched = {
      InstanceId: issued.id,
      ImageId: textOf(input, 'ImageId'),
      State: { Code: 0, Name: 'pending' },
      ...(profile ? { IamInstanceProfile: { Arn: profile.arn } } : {}),
    };
    const instances = { ...account.instances, [issued.id]: instance };
    return { cloud: withAccount(issued.cloud, { ...account, instances }), reply: { Instances: [launched] } };
  },
};

/** Gives a running instance a profile; one that has one keeps it. Source: api-ec2. */
const associateIamInstanceProfile: Operation = {
  name: 'ec2:AssociateIamInstanceProfile',
  needs: ({ account }, input) => {
    const wanted = profileOf(account, input);
    if (isRefused(wanted)) return wanted;
    const on = instanceArn(account, textOf(input, 'InstanceId'));
    return [
      { action: 'ec2:AssociateIamInstanceProfile', on },
      ...(wanted.profile ? [passingOf(account, wanted.profile, on)] : []),
    ];
  },
  run: ({ cloud, account }, input) => {
    const id = textOf(input, 'InstanceId');
    const wanted = profileOf(account, input);
    const instance = lookup(account.instances, id);
    if (isRefused(wanted)) return wanted;
    if (!instance) return fault('InvalidInstanceID.NotFound', `The instance ID '${id}' does not exist`);
    if (instance.profile !== undefined) {
      return fault('IncorrectState', `There is an existing association for instance ${id}`);
    }
    const { profile } = wanted;
    if (!profile)
      return fault('InvalidParameterValue', 'IamInstanceProfile must be a structure with Name or Arn');
    const instances = { ...account.instances, [id]: { ...instance, profile: profile.name } };
    const reply = {
      IamInstanceProfileAssociation: { InstanceId: id, IamInstanceProfile: { Arn: profile.arn } },
    };
    return { cloud: withAccount(cloud, { ...account, instances }), reply };
  },
};

export const ACTED_OUT: readonly Operation[] = [runInstances, associateIamInstanceProfile];
