// What the files of widgets say a lesson may give is what the widgets know.
import { expect, it } from 'vitest';
import { FAMILIES } from '#widgets/conditions/families.ts';
import { EXAMPLES } from '#widgets/credentials/decoder.ts';
import { content } from './content.ts';

it.each([
  ['condition-table', 'family', Object.keys(FAMILIES)],
  ['condition-table', 'effect', ['Allow', 'Deny']],
  ['credential-decoder', 'example', Object.keys(EXAMPLES)],
])('%s takes as %s what it knows', (name, key, known) => {
  expect(content().tools.get(name)?.takes[key]).toEqual(known);
});
