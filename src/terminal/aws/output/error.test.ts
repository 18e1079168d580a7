import { expect, test } from 'vitest';
import { generalFault } from '../faults.ts';
import { printedFault, serviceError } from './error.ts';

test('[service-errors-are-254] an empty line, then the error with its code and operation', () => {
  const fault = { code: 'NoSuchEntity', message: 'The user with name mei cannot be found.' };
  expect(serviceError('GetUser', fault)).toEqual({
    stdout: '',
    stderr:
      '\naws: [ERROR]: An error occurred (NoSuchEntity) when calling the GetUser operation: The user with name mei cannot be found.\n',
    exit: 254,
  });
});

test('[service-errors-are-254] further members of the error stand below it', () => {
  const fault = { code: 'ResourceNotFoundException', message: 'Function not found: f' };
  expect(serviceError('GetFunction', fault, [['Type', 'User']]).stderr).toBe(
    '\naws: [ERROR]: An error occurred (ResourceNotFoundException) when calling the GetFunction operation: Function not found: f\n' +
      '\nAdditional error details:\nType: User\n',
  );
});

test('[other-faults-are-255] a fault of the command line looks the same', () => {
  expect(printedFault(generalFault('no such thing'))).toEqual({
    stdout: '',
    stderr: '\naws: [ERROR]: no such thing\n',
    exit: 255,
  });
});
