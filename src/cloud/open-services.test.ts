// The services that are fetched late are the same as all at once.
import { expect, test } from 'vitest';
import { MODELS } from './models/index.ts';
import { openServices } from './open-services.ts';
import { SERVICES } from './services.ts';

test('[fetched-when-called] every operation is there once its service is ready, and no sooner', async () => {
  const services = openServices();
  const before = services.operations.size;
  for (const { prefix } of MODELS.values()) {
    await services.ready(prefix);
    await services.ready(prefix);
  }
  expect([...services.operations.keys()].sort()).toEqual([...SERVICES.operations.keys()].sort());
  expect(before).toBeLessThan(services.operations.size);
});

test('[fetched-when-called] a service that is not simulated has no operations', async () => {
  const services = openServices();
  const before = services.operations.size;
  await services.ready('glacier');
  expect(services.operations.size).toBe(before);
});
