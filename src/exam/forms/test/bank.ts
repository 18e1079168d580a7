// A bank made up for the tests: four domains of tasks, five kinds, generators and enemies.
import { randomFrom } from '../../random.ts';
import type { Blueprint, Drawable } from '../blueprint.ts';

const KINDS = ['single', 'multiple', 'ordering', 'matching', 'predict'];

/** Of any difficulty. */
export const PLAIN: Blueprint = {
  exam: 'SCS3',
  scored: 50,
  unscored: 15,
  domains: [
    { id: 'detection', weight: 31, tasks: [{ id: '1.1' }, { id: '1.2', weight: 2 }, { id: '1.3' }] },
    { id: 'identity', weight: 28, tasks: [{ id: '2.1' }, { id: '2.2' }] },
    { id: 'data', weight: 22, tasks: [{ id: '3.1' }, { id: '3.2' }, { id: '3.3' }] },
    { id: 'governance', weight: 19, tasks: [{ id: '4.1' }] },
  ],
  kinds: { single: 20, multiple: 12, ordering: 7, matching: 6, predict: 5 },
};

export const BLUEPRINT: Blueprint = { ...PLAIN, difficulty: { target: 0.68, within: 0.01 } };

const TASKS = BLUEPRINT.domains.flatMap(({ id, tasks }) => tasks.map((task) => [id, task.id] as const));

/** So many items over all tasks in turn, the rest of them by luck. One in five has enemies. */
export function bankOf(count: number): Drawable[] {
  return Array.from({ length: count }, (_, i) => {
    const random = randomFrom(i, 'bank');
    const [domain, task] = TASKS[i % TASKS.length] ?? ['', ''];
    const max = random.below(15) === 0 ? 3 : 1;
    const sets = random.below(5) === 0 ? 1 + random.below(2) : 0;
    return {
      id: `item-${String(i).padStart(4, '0')}`,
      kind: KINDS[random.below(KINDS.length)] ?? '',
      domain,
      task,
      max,
      expected: (max * (40 + random.below(56))) / 100,
      enemies: [...new Set(Array.from({ length: sets }, () => `set-${random.below(Math.ceil(count / 10))}`))],
      siblings: random.below(3) === 0 ? 6 : 1,
    };
  });
}

/** An item that can be told from others by what a test says of it. */
export function itemOf(id: string, given: Partial<Drawable> = {}): Drawable {
  return {
    id,
    kind: 'single',
    domain: 'a',
    task: 'a1',
    max: 1,
    expected: 0.7,
    enemies: [],
    siblings: 1,
    ...given,
  };
}
