// From an operation's reply to what is printed: the model's order, dates as text, IAM's documents as values. It knows no format.
import type { Reply } from '#cloud';
import type { ServiceModel, Shape } from '#cloud/models';
import type { Fields, Value } from '../../value.ts';

/**
 * A reply as the command line sees it: members in the model's order, absent ones left out, timestamps (milliseconds since
 * 1970) as ISO 8601, IAM's policy documents parsed. A member that the model does not have is a programmer's mistake.
 * Source: cli-output-format.
 */
export function shaped(service: ServiceModel, operation: string, reply: Reply): Fields {
  const output = service.operations[operation]?.output;
  if (output === undefined) {
    if (Object.keys(reply).length > 0) throw new Error(`${operation} gives nothing, but has a reply`);
    return {};
  }
  return structureOf(service, output, reply);
}

/** ISO 8601 in the zone of this machine, which is UTC; with microseconds only where there are any. */
export function isoTime(milliseconds: number): string {
  const [whole, fraction] = new Date(milliseconds).toISOString().slice(0, -1).split('.');
  return `${whole}${fraction === '000' ? '' : `.${fraction}000`}+00:00`;
}

/** Documents that the command line parses for its users. It does so for IAM alone. Source: cli-source. */
const DOCUMENTS = new Set(['Document', 'PolicyDocument', 'AssumeRolePolicyDocument']);

function structureOf(service: ServiceModel, name: string, value: unknown): Fields {
  const shape = service.shapes[name];
  if (shape === undefined || !('members' in shape) || !isRecord(value)) throw unlike(service, name, value);
  const stray = Object.keys(value).find((member) => !Object.hasOwn(shape.members, member));
  if (stray !== undefined) throw new Error(`${service.command} ${name} has no member ${stray}`);
  const fields: Record<string, Value> = {};
  for (const [member, type] of Object.entries(shape.members)) {
    const held = value[member];
    if (held === undefined) continue;
    fields[member] =
      service.command === 'iam' && DOCUMENTS.has(member) && typeof held === 'string'
        ? documentOf(held)
        : valueOf(service, type, held);
  }
  return fields;
}

/** A document as it was written; text that is no JSON stays text, as it does in the real command line. */
function documentOf(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}

function valueOf(service: ServiceModel, type: string, value: unknown): Value {
  if (value === null) return null;
  const shape: Shape | undefined = service.shapes[type];
  if (shape === undefined) return primitiveOf(service, type, value);
  if ('members' in shape) return structureOf(service, type, value);
  if ('list' in shape && Array.isArray(value)) return value.map((item) => valueOf(service, shape.list, item));
  if ('map' in shape && isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, held]) => [key, valueOf(service, shape.map, held)]),
    );
  }
  if ('enum' in shape && typeof value === 'string') return value;
  throw unlike(service, type, value);
}

function primitiveOf(service: ServiceModel, type: string, value: unknown): Value {
  if (type === 'timestamp' && typeof value === 'number') return isoTime(value);
  if (type === 'document') return value as Value;
  const expected = type === 'blob' ? 'string' : type;
  if (typeof value === expected && (typeof value === 'string' || typeof value === 'number')) return value;
  if (typeof value === expected && typeof value === 'boolean') return value;
  throw unlike(service, type, value);
}

function unlike(service: ServiceModel, type: string, value: unknown): Error {
  return new Error(`${service.command} ${type} cannot be ${JSON.stringify(value)}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
