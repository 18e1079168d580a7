// EC2: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { checked } from './checked.ts';
import { ENDPOINTS } from './endpoints.ts';
import { IMAGES } from './images.ts';
import { INSTANCE_ATTRIBUTES } from './instance-attributes.ts';
import { INSTANCE_LISTS } from './instance-lists.ts';
import { INSTANCE_STATES } from './instance-states.ts';
import { NETWORK_CHANGES } from './network-changes.ts';
import { NETWORK_LISTS } from './network-lists.ts';
import { PLACES } from './places.ts';
import { PROFILE_ASSOCIATIONS } from './profile-associations.ts';
import { runInstances } from './run-instances.ts';
import { TAGS } from './tags.ts';

export const EC2: readonly Operation[] = [
  ...[runInstances, ...INSTANCE_STATES, ...INSTANCE_LISTS, ...INSTANCE_ATTRIBUTES, ...PROFILE_ASSOCIATIONS],
  ...[...NETWORK_LISTS, ...PLACES, ...NETWORK_CHANGES, ...ENDPOINTS, ...IMAGES, ...TAGS],
].map(checked);
