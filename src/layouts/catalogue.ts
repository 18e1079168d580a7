// The catalogue of AWS's services as files: the names of everything, and each service of the course whole.
import { catalogueData, COURSE_SERVICES, serviceData } from '#course/load';

/** Every service with the names of its actions. */
export function namesFile(): string {
  return JSON.stringify(catalogueData('.'));
}

export function courseServices(): readonly string[] {
  return COURSE_SERVICES;
}

/** Actions, resource types and condition keys of one service, as `readCatalogue` takes them. */
export function serviceFile(prefix: string): string {
  return JSON.stringify(serviceData('.', prefix));
}
