// A role as IAM answers it: with less in a list than when it was made, with all when it is asked for.
import { roleArn, type Account, type Cloud, type Role } from '../cloud.ts';
import { present, type Reply } from '../operation.ts';
import { unpinned } from '../pins.ts';
import { tagList } from '../tags.ts';
import { boundaryReply } from './boundary.ts';

/** Seconds, where nothing is said. Source: ug-quotas. */
export const SHORTEST_MAXIMUM = 3600;

/** A role inside an instance profile. */
export function roleReply(cloud: Cloud, account: Account, name: string, role: Role): Reply {
  return {
    Path: role.path,
    RoleName: name,
    RoleId: role.id,
    Arn: roleArn(account, name, role.path),
    CreateDate: role.created,
    AssumeRolePolicyDocument: unpinned(cloud, role.trust, role.pins),
  };
}

/** A role that was just made: with what was said of it. */
export function newRoleReply(cloud: Cloud, account: Account, name: string, role: Role): Reply {
  const tags = tagList(role.tags);
  return {
    ...roleReply(cloud, account, name, role),
    ...present({
      Description: role.description,
      MaxSessionDuration: role.maxSession,
      PermissionsBoundary: boundaryReply(account, role.boundary),
      Tags: tags.length > 0 ? tags : undefined,
    }),
  };
}

/** A role that was just described: without how long it may be used. */
export function describedRoleReply(cloud: Cloud, account: Account, name: string, role: Role): Reply {
  return { ...roleReply(cloud, account, name, role), ...present({ Description: role.description }) };
}

/** A role in a list: no boundary, no tags, no last use. Source: api-iam. */
export function listedRoleReply(cloud: Cloud, account: Account, name: string, role: Role): Reply {
  return {
    ...describedRoleReply(cloud, account, name, role),
    MaxSessionDuration: role.maxSession ?? SHORTEST_MAXIMUM,
  };
}

/** A role as GetRole shows it. A role that nobody used has an empty `RoleLastUsed`. */
export function wholeRoleReply(cloud: Cloud, account: Account, name: string, role: Role): Reply {
  const use = cloud.uses?.[role.id];
  return {
    ...newRoleReply(cloud, account, name, role),
    MaxSessionDuration: role.maxSession ?? SHORTEST_MAXIMUM,
    RoleLastUsed: use ? { LastUsedDate: use.time, Region: use.region } : {},
  };
}
