// When a service was last used by whom: what is remembered of their calls, as reports answer it. Source: ug-last-accessed.
import { lookup, type Cloud } from '../cloud.ts';
import { present, type Reply } from '../operation.ts';
import { toTheMinute } from './access-keys.ts';
import type { Entity } from './reach.ts';
import { nameOfService } from './service-names.ts';
import type { ActionAccess, EntityAccess, ServiceAccess } from './state.ts';

/** Milliseconds that a report takes. */
export const REPORT_TAKES = 3000;

/** Attempts on some services, refused or not. @param namespaces those that the report is about */
export function servicesUsed(
  cloud: Cloud,
  entities: readonly Entity[],
  namespaces: ReadonlySet<string>,
  level: 'SERVICE_LEVEL' | 'ACTION_LEVEL',
): readonly ServiceAccess[] {
  const actions = level === 'ACTION_LEVEL' ? actionsUsed(cloud, entities) : [];
  return [...namespaces].sort(byName).map((namespace) => {
    const uses = entities.flatMap(({ is }) => lookup(cloud.uses ?? {}, `${is.id} ${namespace}`) ?? []);
    const last = uses.toSorted((one, other) => other.time - one.time)[0];
    return {
      namespace,
      ...(last ? { time: toTheMinute(last.time), by: last.by, region: last.region } : {}),
      entities: uses.length,
      actions: actions.filter(([service]) => service === namespace).map(([, action]) => action),
    };
  });
}

function byName(one: string, other: string): number {
  return nameOfService(one) < nameOfService(other) ? -1 : 1;
}

/** The last attempt on each action, the newest first. Passing a role is no call. */
function actionsUsed(
  cloud: Cloud,
  entities: readonly Entity[],
): readonly (readonly [string, ActionAccess])[] {
  const byId = new Map(entities.map((entity) => [entity.is.id, entity]));
  const last = new Map<string, readonly [string, ActionAccess]>();
  for (let at = cloud.history; at; at = at.before) {
    const { session, operation, time, region } = at.event;
    const by = byId.get(session.holderId ?? '');
    if (!by || last.has(operation)) continue;
    const [service = '', action = ''] = operation.split(':');
    last.set(operation, [service, { action, time: toTheMinute(time), by: by.arn, region }]);
  }
  return [...last.values()];
}

/** Each entity with the services that it used. */
export function entitiesUsed(cloud: Cloud, entities: readonly Entity[]): readonly EntityAccess[] {
  const used = new Map<string, Record<string, number>>();
  for (const [key, { time }] of Object.entries(cloud.uses ?? {})) {
    const [id = '', service] = key.split(' ');
    if (service !== undefined) used.set(id, { ...used.get(id), [service]: toTheMinute(time) });
  }
  return entities.map(({ arn, name, type, is }) => ({
    ...{ arn, name, type, id: is.id, path: is.path },
    used: used.get(is.id) ?? {},
  }));
}

export function serviceReply({ namespace, time, by, region, entities, actions }: ServiceAccess): Reply {
  const tracked = actions.map((one) => ({
    ActionName: one.action,
    LastAccessedEntity: one.by,
    LastAccessedTime: one.time,
    LastAccessedRegion: one.region,
  }));
  return present({
    ServiceName: nameOfService(namespace),
    LastAuthenticated: time,
    ServiceNamespace: namespace,
    LastAuthenticatedEntity: by,
    LastAuthenticatedRegion: region,
    TotalAuthenticatedEntities: entities,
    TrackedActionsLastAccessed: tracked.length > 0 ? tracked : undefined,
  });
}
