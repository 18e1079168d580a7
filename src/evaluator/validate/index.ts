// The door of the findings, apart from the evaluator's own so that a page loads it only where it shows findings.
export { validate } from './validate.ts';
export { ANY_PARTITION, KEY_TYPES, LEVELS, readCatalogue } from './catalogue.ts';
export type { Action, Catalogue, CatalogueData, KeyType, Service, ServiceData } from './catalogue.ts';
