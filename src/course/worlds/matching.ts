// Prompts and responses: a request and how it comes out, or a fact and its value.
import type { Cloud } from '#cloud';
import type { World } from '#exam';
import { see } from '../acts.ts';
import type { QuestionSpec } from '../schema.ts';
import type { Facts } from './choice.ts';
import { placeIn } from './place.ts';

type Matching = Pick<QuestionSpec & { kind: 'matching' }, 'prompts' | 'responses' | 'claims'>;

export function matchingWorld(question: Matching, cloud: Cloud, facts: Facts): World {
  return placeIn(cloud, question.claims, (work) => {
    const pairs = Object.entries(work as Readonly<Record<string, string>>);
    return {
      cloud,
      wrong: pairs.flatMap(([prompt, response]) => faultsOf(question, cloud, facts, prompt, response)),
      right: (element) => {
        const [prompt = '', response = ''] = element.split(' ');
        return faultsOf(question, cloud, facts, prompt, response).length === 0;
      },
    };
  });
}

/** Why a response does not belong to a prompt; empty when it does. */
export function faultsOf(
  { prompts, responses }: Matching,
  cloud: Cloud,
  facts: Facts,
  prompt: string,
  response: string,
): readonly string[] {
  const { asks, fact } = prompts.find(({ id }) => id === prompt) ?? {};
  const { outcome, value } = responses.find(({ id }) => id === response) ?? {};
  if (asks && outcome) return see(cloud, { ...asks, ...outcome }).because;
  if (fact !== undefined && value !== undefined && String(facts[fact]?.value) === String(value)) return [];
  return [`${response} is not what belongs to ${prompt}`];
}
