// What a parameter may be called. Source: api-ssm.
import { fault, type Refused } from '../fault.ts';

const DEEPEST = 15;

export function nameFault(name: string): Refused | undefined {
  const bare = name.toLowerCase().replace(/^\//, '');
  const isPath = name.startsWith('/') && name.indexOf('/', 1) !== -1;
  if (isPath && bare.startsWith('aws/'))
    return fault('AccessDeniedException', `No access to reserved parameter name: ${name}.`);
  if (/^(?:aws|ssm)/.test(bare) && !isPath)
    return fault(
      'ValidationException',
      'Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive).',
    );
  if (/^ssm/.test(bare))
    return fault(
      'ValidationException',
      'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_',
    );
  if (name.includes('/') && !name.startsWith('/'))
    return fault('ValidationException', 'Parameter name must be a fully qualified name.');
  if (!/^[\w.\-/]+$/.test(name) || name.endsWith('/') || name.includes('//'))
    return fault(
      'ValidationException',
      'Invalid parameter name. Please use correct syntax for referencing a version/label  <name>:<version/label>',
    );
  return name.split('/').length - 1 > DEEPEST
    ? fault('HierarchyLevelLimitExceededException', `A hierarchy can have a maximum of ${DEEPEST} levels.`)
    : undefined;
}
