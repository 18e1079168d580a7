// CloudTrail, as far as its history of events goes.
import type { Operation } from '../operation.ts';
import { LOOKUP_EVENTS } from './lookup-events.ts';

export const CLOUDTRAIL: readonly Operation[] = [LOOKUP_EVENTS];
