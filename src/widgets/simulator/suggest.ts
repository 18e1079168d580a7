// Everything that suggestions and findings need, to be fetched at once when somebody is about to write.
export {
  actionsFitting,
  arnsFitting,
  candidatesAt,
  completionOf,
  fitting,
  keysFitting,
} from './candidates.ts';
export { nearbyOf, servicesIn } from './nearby.ts';
export { placeIn } from './place-in-policy.ts';
export { valuesOf } from './usual-values.ts';
export { loadNames } from './catalogue.ts';
export { validate } from '#evaluator/validate';
