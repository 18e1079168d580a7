// Who asks and what, of a line of the evaluate door.
import type { Context, Principal, PrincipalType, Request } from '#evaluator';
import { isRecord, Unreadable } from './lines.ts';

const TYPES: readonly string[] = [
  'root',
  'user',
  'assumedRole',
  'federatedUser',
  'service',
  'federatedProvider',
  'anonymous',
] satisfies readonly PrincipalType[];

function text(record: Record<string, unknown>, name: string, of: string): string {
  const value = record[name];
  if (typeof value !== 'string') throw new Unreadable(`${of}.${name} must be a string`);
  return value;
}

function flag(record: Record<string, unknown>, name: string, of: string): boolean {
  const value = record[name];
  if (value === undefined || value === null) return false;
  if (typeof value !== 'boolean') throw new Unreadable(`${of}.${name} must be true or false`);
  return value;
}

function isType(type: string): type is PrincipalType {
  return TYPES.includes(type);
}

/** @throws Unreadable */
export function readPrincipal(value: unknown): Principal {
  if (!isRecord(value)) throw new Unreadable('principal must be an object');
  const type = text(value, 'type', 'principal');
  if (!isType(type)) throw new Unreadable(`principal.type must be one of ${TYPES.join(', ')}`);
  const nameless = type === 'service' || type === 'anonymous' || type === 'federatedProvider';
  const own = (name: string): string =>
    nameless && (value[name] === null || value[name] === undefined) ? '' : text(value, name, 'principal');
  const issuer = value['issuerArn'];
  return {
    type,
    arn: own('arn'),
    account: own('account'),
    inManagementAccount: flag(value, 'inManagementAccount', 'principal'),
    serviceLinkedRole: flag(value, 'serviceLinkedRole', 'principal'),
    ...(type === 'assumedRole' ? { roleArn: text(value, 'roleArn', 'principal') } : {}),
    ...(type === 'federatedUser' && issuer !== undefined && issuer !== null
      ? { issuerArn: text(value, 'issuerArn', 'principal') }
      : {}),
  };
}

/** @throws Unreadable */
export function readRequest(value: unknown, principal: Principal): Request {
  if (!isRecord(value)) throw new Unreadable('request must be an object');
  const context = value['context'] ?? {};
  if (!isContext(context))
    throw new Unreadable('request.context must map keys to strings or lists of strings');
  const keys = Object.keys(context).map((key) => key.toLowerCase());
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) throw new Unreadable(`request.context has \`${twice}\` twice`);
  return {
    principal,
    action: text(value, 'action', 'request'),
    resource: text(value, 'resource', 'request'),
    resourceAccount: value['resourceAccount'] === null ? '' : text(value, 'resourceAccount', 'request'),
    context,
    resourceInManagementAccount: flag(value, 'resourceInManagementAccount', 'request'),
  };
}

function isContext(value: unknown): value is Context {
  const isText = (item: unknown): boolean => typeof item === 'string';
  return (
    isRecord(value) && Object.values(value).every((v) => isText(v) || (Array.isArray(v) && v.every(isText)))
  );
}
