// The door of what an account keeps about its callers: the credential report and the history of events.
import type { Services } from './call.ts';
import { LOOKUP_EVENTS } from './cloudtrail/lookup-events.ts';
import { CREDENTIAL_REPORT } from './iam/credential-report.ts';
import { byName } from './operation.ts';

export const RECORDS: Services = { operations: byName([...CREDENTIAL_REPORT, LOOKUP_EVENTS]) };
