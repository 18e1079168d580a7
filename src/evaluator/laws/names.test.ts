// Names that every object of JavaScript has already are names like any other.
import { describe, expect, it } from 'vitest';
import { decide, isInvalid, readDocument, type Decision, type Request } from '../index.ts';

const POLLUTING = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

describe('names that every object has', () => {
  const SAM: Request = {
    principal: { type: 'user', arn: 'arn:aws:iam::111122223333:user/sam', account: '111122223333' },
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::tern-timetables/north',
    resourceAccount: '111122223333',
    context: {},
  };
  const decided = (statement: object, given: readonly (readonly [string, string])[]): Decision =>
    decide(
      { ...SAM, context: Object.fromEntries(given) },
      {
        identity: [
          readDocument(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }), 'identity'),
        ],
      },
    ).decision;
  const allow = { Effect: 'Allow', Action: '*', Resource: '*' };
  const block = (operator: string, name: string, value: string): object => ({
    ...allow,
    Condition: { [operator]: Object.fromEntries([[name, value]]) },
  });

  it.each(POLLUTING)('[condition-holds] are keys like any other: `%s`', (name) => {
    expect(decided(block('StringEquals', name, 'north'), [[name, 'north']])).toBe('allowed');
    expect(decided(block('StringEquals', name, 'north'), [[name, 'south']])).toBe('implicitDeny');
    expect(decided(block('StringEquals', name, 'north'), [])).toBe('implicitDeny');
    expect(decided(block('Null', name, 'true'), [])).toBe('allowed');
    expect(decided(block('StringLike', name, '*'), [])).toBe('implicitDeny');
  });

  it.each(POLLUTING)('[variable-without-value-fits-nothing] are variables like any other: `%s`', (name) => {
    const statement = { ...allow, Resource: `arn:aws:s3:::tern-timetables/\${${name}}` };
    expect(decided(statement, [[name, 'north']])).toBe('allowed');
    expect(decided(statement, [])).toBe('implicitDeny');
  });

  it.each(POLLUTING)('[policy-allows] are Sids like any other: `%s`', (name) => {
    expect(decided({ ...allow, Sid: name }, [])).toBe('allowed');
  });

  it.each(POLLUTING)(
    '[invalid-document-allows-nothing] are no element, operator or kind of principal: `%s`',
    (name) => {
      const element = Object.fromEntries([...Object.entries(allow), [name, 'north']]);
      const operator = { ...allow, Condition: Object.fromEntries([[name, { 'aws:username': 'sam' }]]) };
      expect(decided(element, [])).toBe('implicitDeny');
      expect(decided(operator, [['aws:username', 'sam']])).toBe('implicitDeny');
      const named = JSON.stringify({
        Version: '2012-10-17',
        Statement: { ...allow, Principal: Object.fromEntries([[name, '*']]) },
      });
      expect(isInvalid(readDocument(named, 'resource'))).toBe(true);
    },
  );
});
