// The catalogue of AWS's services as files: the names of everything, and each service of the course whole.
import {
  actionsOf as actionsIn,
  catalogueData,
  COURSE_SERVICES,
  serviceData,
  type ActionRow,
} from '#course/load';

/** Every service with the names of its actions, and which of them have a file of their own. */
export function namesFile(): string {
  return JSON.stringify({ ...catalogueData('.'), whole: COURSE_SERVICES });
}

export function courseServices(): readonly string[] {
  return COURSE_SERVICES;
}

/** Actions, resource types and condition keys of one service, as `readCatalogue` takes them. */
export function serviceFile(prefix: string): string {
  return JSON.stringify(serviceData('.', prefix));
}

/** The actions of a service by their names. */
export const actionsOf = (prefix: string): readonly ActionRow[] => actionsIn('.', prefix);
