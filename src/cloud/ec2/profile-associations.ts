// Instance profiles of instances: given, replaced, taken away while the instance is there. Source: api-ec2, ug-passrole.
import { profileArn, type Instance } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { answered, changed } from '../iam/changed.ts';
import { hexOf, issueHex } from '../ids.ts';
import { present, textOf, textsOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { ec2Arn, malformed } from './arns.ts';
import { filtered, listed } from './filters.ts';
import { instanceIn, instancesOf, onInstance, withInstance, type Found } from './found-instances.ts';
import { stateOf } from './instance.ts';
import { profileReply } from './instance-reply.ts';
import { onAll } from './network-lists.ts';
import { passingOf, profileOf, type Profile } from './profile.ts';
import { withRoleTaken } from './role-credentials.ts';

/** Of a profile that an instance has had from the beginning, the id follows from the instance's own. */
function idOf({ id, association }: Instance): string {
  return association?.id ?? `iip-assoc-0${hexOf(`${id} association`, 16)}`;
}

function associationReply(site: Site, instance: Instance, State: string): Reply {
  return present({
    AssociationId: idOf(instance),
    InstanceId: instance.id,
    IamInstanceProfile: instance.profile === undefined ? undefined : profileReply(site, instance.profile),
    State,
  });
}

function associatedIn(site: Site, input: Input): Found | Refused {
  const id = textOf(input, 'AssociationId');
  const found = instancesOf(site).find(
    ({ instance }) => instance.profile !== undefined && idOf(instance) === id,
  );
  return found ?? fault('InvalidAssociationID.NotFound', `The association ID '${id}' does not exist`);
}

/** The profile that a call must name. */
function wantedProfile(site: Site, input: Input): Profile | Refused {
  const wanted = profileOf(site.account, input);
  if (isRefused(wanted)) return wanted;
  return (
    wanted.profile ?? fault('MissingParameter', 'The request must contain the parameter IamInstanceProfile')
  );
}

/** The pairs for giving an instance a profile: the instance, and the role that is handed over. */
function giving(site: Site, action: string, id: string, profile: Profile) {
  const pair = onInstance(site, action, id);
  return [
    { ...pair, context: { ...pair.context, 'ec2:NewInstanceProfile': profile.arn } },
    passingOf(site.account, profile, ec2Arn(site, 'instance', id)),
  ];
}

const associateIamInstanceProfile: Operation = {
  name: 'ec2:AssociateIamInstanceProfile',
  needs: (site, input) => {
    const id = textOf(input, 'InstanceId');
    const profile = malformed('i', [id]) ?? wantedProfile(site, input);
    return isRefused(profile) ? profile : giving(site, 'AssociateIamInstanceProfile', id, profile);
  },
  run: (site, input) => {
    const profile = wantedProfile(site, input);
    if (isRefused(profile)) return profile;
    const found = instanceIn(site, textOf(input, 'InstanceId'));
    if (isRefused(found)) return found;
    const { instance, launch } = found;
    const state = stateOf(launch, site.cloud.time);
    if (state !== 'running' && state !== 'stopped')
      return fault(
        'IncorrectInstanceState',
        `The instance '${instance.id}' is not in the 'running' or 'stopped' states.`,
      );
    if (instance.profile !== undefined)
      return fault('IncorrectState', `There is an existing association for instance ${instance.id}`);
    return given(site, instance, profile);
  },
};

function given(site: Site, instance: Instance, profile: Profile) {
  const issued = issueHex(site.cloud, 16);
  const association = { id: `iip-assoc-0${issued.id}`, since: site.cloud.time };
  const after: Instance = { ...instance, profile: profile.name, association };
  const done = changed(issued.cloud, withInstance(site.account, after), {
    IamInstanceProfileAssociation: associationReply(site, after, 'associating'),
  });
  return { ...done, cloud: withRoleTaken(done.cloud, site.account.id, after) };
}

const replaceIamInstanceProfileAssociation: Operation = {
  name: 'ec2:ReplaceIamInstanceProfileAssociation',
  needs: (site, input) => {
    const profile = malformed('iip-assoc', [textOf(input, 'AssociationId')]) ?? wantedProfile(site, input);
    if (isRefused(profile)) return profile;
    const found = associatedIn(site, input);
    const id = isRefused(found) ? '*' : found.instance.id;
    return giving(site, 'ReplaceIamInstanceProfileAssociation', id, profile);
  },
  run: (site, input) => {
    const profile = wantedProfile(site, input);
    if (isRefused(profile)) return profile;
    const found = associatedIn(site, input);
    return isRefused(found) ? found : given(site, found.instance, profile);
  },
};

const disassociateIamInstanceProfile: Operation = {
  name: 'ec2:DisassociateIamInstanceProfile',
  needs: (site, input) => {
    const bad = malformed('iip-assoc', [textOf(input, 'AssociationId')]);
    const found = associatedIn(site, input);
    const id = isRefused(found) ? '*' : found.instance.id;
    return bad ?? [onInstance(site, 'DisassociateIamInstanceProfile', id)];
  },
  run: (site, input) => {
    const found = associatedIn(site, input);
    if (isRefused(found)) return found;
    const { id, name, launch } = found.instance;
    const bare: Instance = { id, name, ...(launch ? { launch } : {}) };
    return changed(site.cloud, withInstance(site.account, bare), {
      IamInstanceProfileAssociation: associationReply(site, found.instance, 'disassociating'),
    });
  },
};

const describeIamInstanceProfileAssociations: Operation = {
  name: 'ec2:DescribeIamInstanceProfileAssociations',
  needs: (site, input) =>
    malformed('iip-assoc', textsOf(input, 'AssociationIds')) ??
    onAll('DescribeIamInstanceProfileAssociations')(site, input),
  run: (site, input) => {
    const all = instancesOf(site).filter(({ instance }) => instance.profile !== undefined);
    const ids = textsOf(input, 'AssociationIds');
    const strange = ids.find((id) => !all.some(({ instance }) => idOf(instance) === id));
    if (strange !== undefined)
      return fault('InvalidAssociationID.NotFound', `The association ID '${strange}' does not exist`);
    const some = all.filter(({ instance }) => ids.length === 0 || ids.includes(idOf(instance)));
    const found = filtered(
      input,
      some,
      ({ instance }) => ({
        'instance-id': [instance.id],
        state: ['associated'],
        'association-id': [idOf(instance)],
        'iam-instance-profile.arn': [profileArn(site.account, instance.profile ?? '')],
      }),
      ['instance-id', 'state', 'association-id', 'iam-instance-profile.arn'],
    );
    const replies = isRefused(found)
      ? found
      : found.map(({ instance }) => associationReply(site, instance, 'associated'));
    return answered(site.cloud, listed(input, 'IamInstanceProfileAssociations', replies));
  },
};

export const PROFILE_ASSOCIATIONS: readonly Operation[] = [
  ...[associateIamInstanceProfile, replaceIamInstanceProfileAssociation, disassociateIamInstanceProfile],
  describeIamInstanceProfileAssociations,
];
