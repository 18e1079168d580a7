// The generated models are those that the clients describe today.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modelOf } from './models/generate.ts';
import { SIMULATED } from './models/simulated.ts';

test.each(SIMULATED)(
  '[generated-data-are-fresh] the model of $command is what its client says',
  (service) => {
    const kept = readFileSync(`src/cloud/models/${service.command}.generated.json`, 'utf8');
    expect(JSON.stringify(JSON.parse(kept)) === JSON.stringify(modelOf(service, 'node_modules'))).toBe(true);
  },
);

test('[generated-data-are-fresh] an operation that a client does not have stops the generator', () => {
  const service = { client: 'sts', command: 'sts', prefix: 'sts', operations: ['AssumeNothing'] };
  expect(() => modelOf(service, 'node_modules')).toThrow('sts has no operation AssumeNothing');
});
