// What every EC2 operation has in common: its parameters are looked at before anybody is asked, and it can be tried out.
import { fault, isRefused, type Fault, type Refused } from '../fault.ts';
import { MODELS, type Shape } from '../models/index.ts';
import { flagOf, isStructure, type Input, type Operation } from '../operation.ts';

const MODEL = MODELS.get('ec2');

/** The operation as EC2 runs it: bad parameters first, and with `DryRun` nothing but a word. Source: api-ec2. */
export function checked(operation: Operation): Operation {
  const shape = MODEL?.operations[operation.name.replace('ec2:', '')]?.input ?? '';
  return {
    ...operation,
    needs: (site, input) => {
      const wrong = wrongIn(shape, input, '');
      return wrong ? { fault: wrong } : operation.needs(site, input);
    },
    run: (site, input) => {
      const done = operation.run(site, input);
      return isRefused(done) || flagOf(input, 'DryRun') !== true ? done : DRY;
    },
  };
}

const DRY: Refused = fault('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.');

function wrongIn(name: string, value: unknown, path: string): Fault | undefined {
  const shape: Shape | undefined = MODEL?.shapes[name];
  if (!shape) return undefined;
  if ('members' in shape) return isStructure(value) ? wrongMember(shape, value, path) : undefined;
  if ('enum' in shape)
    return typeof value === 'string' && !shape.enum.includes(value) ? badValue(path, value) : undefined;
  if (!('list' in shape) || !Array.isArray(value)) return undefined;
  for (const one of value) {
    const wrong = wrongIn(shape.list, one, path);
    if (wrong) return wrong;
  }
  return undefined;
}

/** What the request itself says of how many is wrong, without being absent: nothing is asked of it here. */
const COUNTED = /^(?:Min|Max)Count$/;

function wrongMember(
  { members, required = [] }: Extract<Shape, { readonly members: object }>,
  value: Input,
  path: string,
): Fault | undefined {
  const missing = required.find((member) => value[member] === undefined && !COUNTED.test(member));
  if (missing !== undefined)
    return {
      code: 'MissingParameter',
      message: `The request must contain the parameter ${path === '' ? '' : `${path}.`}${missing}`,
    };
  for (const [member, type] of Object.entries(members)) {
    const wrong = wrongIn(type, value[member], path === '' ? member : `${path}.${member}`);
    if (wrong) return wrong;
  }
  return undefined;
}

/** Two ways of saying it, one for the type of an instance and one for the rest. Source: api-ec2. */
function badValue(path: string, value: string): Fault {
  const message =
    path === 'InstanceType'
      ? `Invalid value '${value}' for InstanceType.`
      : `Value (${value}) for parameter ${path.split('.').map(lowered).join('.')} is invalid.`;
  return { code: 'InvalidParameterValue', message };
}

const lowered = (name: string): string => `${name[0]?.toLowerCase() ?? ''}${name.slice(1)}`;
