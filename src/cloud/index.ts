// The door of the simulated AWS: a cloud is a value, a call gives the next one.
export type { Account, Cloud, DocumentText } from './cloud.ts';
export { accountOf } from './cloud.ts';
export { faultsOf, openCloud } from './open.ts';
export type { AccountSpec, WorldFault, WorldSpec } from './open.ts';
export { documentOf, documentsOf, writeDocument } from './documents.ts';
export type { DocumentId, StoredDocument } from './documents.ts';
export { signIn } from './session.ts';
export type { Session, SignedIn, Who } from './session.ts';
export { partOf } from './authorize.ts';
export type { BareRequest, Part } from './authorize.ts';
export { ask, call, parts, verdictOf } from './call.ts';
export type { Call, OperationCall, Outcome } from './call.ts';
export type { Fault } from './fault.ts';
