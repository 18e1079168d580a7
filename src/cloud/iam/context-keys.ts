// Which condition keys policies ask for. Source: api-simulate-principal-policy.
import { contextKeysIn, parsePolicy } from '#evaluator';
import { fault, isRefused, type Refused } from '../fault.ts';
import { documentOf } from '../read-document.ts';
import { textOf, textsOf, type Input, type Operation, type Reply } from '../operation.ts';
import { answered } from './changed.ts';
import { entityOf } from './entity-policies.ts';

function keysOf(texts: readonly string[], input: Input): Reply | Refused {
  const given = textsOf(input, 'PolicyInputList');
  if (given.some((text) => !('policy' in parsePolicy(text, 'identity'))))
    return fault('InvalidInput', 'Invalid Input Policy: Syntax errors in policy.');
  const documents = [...texts, ...given].map((text) => documentOf(text, 'identity'));
  return { ContextKeyNames: contextKeysIn(documents) };
}

const forCustomPolicy: Operation = {
  name: 'iam:GetContextKeysForCustomPolicy',
  needs: () => [{ action: 'iam:GetContextKeysForCustomPolicy', on: '*' }],
  run: ({ cloud }, input) => answered(cloud, keysOf([], input)),
};

const forPrincipalPolicy: Operation = {
  name: 'iam:GetContextKeysForPrincipalPolicy',
  needs: (_, input) => [
    { action: 'iam:GetContextKeysForPrincipalPolicy', on: textOf(input, 'PolicySourceArn') },
  ],
  run: ({ cloud, account }, input) => {
    const entity = entityOf(cloud, account, textOf(input, 'PolicySourceArn'));
    if (isRefused(entity)) return entity;
    const texts = entity.policies.map(({ text }) => text);
    return answered(cloud, keysOf(texts, input));
  },
};

export const CONTEXT_KEYS: readonly Operation[] = [forCustomPolicy, forPrincipalPolicy];
