// One event as the JSON document that CloudTrail keeps. Source: ug-cloudtrail.
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../bytes.ts';
import { isoTime } from '../context.ts';
import type { CallEvent } from '../event.ts';
import { targetOf } from '../sts/assume-root.ts';
import { inheritedTags } from '../sts/session-tags.ts';
import { elementsOf } from './elements.ts';
import { errorCodeOf, eventNameOf, eventSourceOf, isReadOnly } from './event-kind.ts';
import { strangerOf, userIdentityOf } from './user-identity.ts';

const USER_AGENT = 'aws-cli/2.36.0 md/awscrt#0.31.2 ua/2.1 os/linux md/arch#x86_64 lang/python#3.13.11';

/** A UUID that follows from the event's id. */
export function derivedId(id: string, what: string): string {
  const hex = [...sha256(utf8(`${what} ${id}`))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}

/** The id of an event for one of its readers: each account has its own. */
export function eventIdFor(event: CallEvent, account: string): string {
  return account === event.account ? event.id : derivedId(event.id, account);
}

/** @param account who reads it: the caller's account, or the one whose role was taken */
export function recordOf(event: CallEvent, account: string): object {
  const { operation, region, fault } = event;
  const context = event.parts[0]?.request.context ?? {};
  const vpce = context['aws:SourceVpce'];
  const { principal } = event.session;
  const service = principal.type === 'service' ? principal.arn : undefined;
  const errorCode = errorCodeOf(event);
  return {
    eventVersion: '1.11',
    userIdentity:
      account === event.account || event.account === '' ? userIdentityOf(event) : strangerOf(event),
    eventTime: isoTime(event.time),
    eventSource: eventSourceOf(event),
    eventName: eventNameOf(event),
    awsRegion: region,
    sourceIPAddress: service ?? context['aws:SourceIp'] ?? context['aws:VpcSourceIp'] ?? '192.0.2.17',
    userAgent: service ?? USER_AGENT,
    ...(fault ? { errorCode, errorMessage: fault.message } : {}),
    requestParameters: parametersOf(event),
    responseElements: fault ? null : responseOf(event),
    ...(operation.startsWith('sts:')
      ? { additionalEventData: { RequestDetails: { endpointType: 'regional', awsServingRegion: region } } }
      : {}),
    requestID: derivedId(event.id, 'request'),
    eventID: eventIdFor(event, account),
    readOnly: isReadOnly(event),
    ...rolesTaken(event),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    ...(event.account !== '' && isShared(event) ? { sharedEventID: derivedId(event.id, 'shared') } : {}),
    ...(typeof vpce === 'string' ? { vpcEndpointId: vpce } : {}),
    eventCategory: 'Management',
    tlsDetails: { tlsVersion: 'TLSv1.3', clientProvidedHostHeader: hostOf(operation, region) },
  };
}

/** What both accounts are told: a role that was taken, a key that was used. A refusal stays with the caller. */
export function isShared(event: CallEvent): boolean {
  const { operation, fault, account } = event;
  const crosses = /^(?:sts:AssumeR|kms:)/.test(operation) && ownerOf(event) !== account;
  return crosses && fault === undefined;
}

/** The account that a call was about. */
export function ownerOf({ operation, input, owner }: CallEvent): string {
  return operation === 'sts:AssumeRoot' ? targetOf(input) : owner;
}

function parametersOf({ operation, input, session }: CallEvent): object | null {
  const own = elementsOf(operation, input);
  const inherited = operation === 'sts:AssumeRole' ? inheritedTags(session) : {};
  return Object.keys(inherited).length === 0 ? own : { ...own, incomingTransitiveTags: inherited };
}

/** Of what only reads no answer is kept, but of STS. */
function responseOf(event: CallEvent): object | null {
  const { operation, reply } = event;
  return isReadOnly(event) && !operation.startsWith('sts:Assume') ? null : elementsOf(operation, reply);
}

function rolesTaken({ operation, input, owner }: CallEvent): object {
  const arn = input['RoleArn'];
  if (!operation.startsWith('sts:AssumeRole') || typeof arn !== 'string') return {};
  return { resources: [{ accountId: owner, type: 'AWS::IAM::Role', ARN: arn }] };
}

function hostOf(operation: string, region: string): string {
  const [service = ''] = operation.split(':');
  return service === 'iam' ? 'iam.amazonaws.com' : `${service}.${region}.amazonaws.com`;
}
