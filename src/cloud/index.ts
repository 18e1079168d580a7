// The door of the simulated AWS: a cloud is a value, a call gives the next one.
export type { Account, Cloud, DocumentText } from './cloud.ts';
export { accountOf } from './cloud.ts';
export { openCloud } from './open.ts';
export { faultsOf } from './world.ts';
export type { AccountSpec, WorldFault, WorldSpec } from './world.ts';
export { documentOf, documentsOf, writeDocument } from './documents.ts';
export type { DocumentId, StoredDocument } from './documents.ts';
export { signIn } from './sign-in.ts';
export type { SignedIn, Who } from './sign-in.ts';
export type { Session } from './session.ts';
export { partOf } from './authorize.ts';
export type { BareRequest, Part } from './authorize.ts';
export type { Names } from './layers.ts';
export { ask, call, parts, verdictOf } from './call.ts';
export type { Call, OperationCall, Outcome } from './call.ts';
export { isOperation } from './operations.ts';
export type { Fault } from './fault.ts';
