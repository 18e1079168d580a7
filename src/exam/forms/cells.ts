// How many scored items a form takes of each task and kind, so that domains and kinds come out to the item.
import type { Random } from '../random.ts';
import { apportion } from './apportion.ts';
import type { Blueprint, Drawable } from './blueprint.ts';
import { flowOf, openNetwork, type Network, type Node } from './network.ts';

/** What of a blueprint the items at hand cannot fill: these domains have too few items of these kinds. */
export interface Shortage {
  readonly domains: readonly string[];
  readonly kinds: readonly string[];
}

/** The kind of everything, where a blueprint does not count kinds. */
export const ANY = '';

/** Scored items by domain: the largest remainder of its weight. */
export function domainCounts({ scored, domains }: Blueprint): readonly number[] {
  return apportion(
    scored,
    domains.map(({ weight }) => ({ weight, room: Infinity })),
  );
}

export const kindCounts = ({ kinds, scored }: Blueprint): readonly (readonly [string, number])[] =>
  Object.entries(kinds ?? { [ANY]: scored });

/** The items of a pool by domain, task and kind. */
export type Pool = ReadonlyMap<string, readonly Drawable[]>;

export function poolOf(items: readonly Drawable[], { kinds }: Blueprint): Pool {
  return Map.groupBy(items, (item) => cellOf(item.domain, item.task, kinds ? item.kind : ANY));
}

export const cellOf = (domain: string, task: string, kind: string): string =>
  JSON.stringify([domain, task, kind]);

/**
 * The number of items to take from each cell of the pool. A domain's tasks share its items by their weights as far as
 * the pool has them; then they take more or fewer, so that domains and kinds come out.
 */
export function drawCells(
  blueprint: Blueprint,
  pool: Pool,
  random: Random,
): { readonly cells: ReadonlyMap<string, number> } | { readonly shortage: Shortage } {
  const network = openNetwork();
  const source = network.node();
  const sink = network.node();
  const kinds = kindCounts(blueprint).map(([id, count]) => ({ id, node: nodeInto(network, sink, count) }));
  const counts = domainCounts(blueprint);
  const domains = blueprint.domains.map(({ id, tasks }, at) => {
    const count = counts[at] ?? 0;
    const node = network.node();
    const edge = network.connect(source, node, count);
    const shelves = random.shuffle(tasks).map((task) => {
      const cells = kinds.map((kind) => {
        const cell = cellOf(id, task.id, kind.id);
        return { cell, kind: kind.node, room: pool.get(cell)?.length ?? 0 };
      });
      return { weight: task.weight ?? 1, room: cells.reduce((sum, { room }) => sum + room, 0), cells };
    });
    const wanted = apportion(count, shelves);
    const parts = shelves.map(({ cells }, part) => {
      const task = network.node();
      const toTask = network.connect(node, task, wanted[part] ?? 0);
      return {
        toTask,
        cells: cells.map(({ cell, kind, room }) => ({ cell, edge: network.connect(task, kind, room) })),
      };
    });
    return { id, count, node, edge, parts };
  });

  network.fill(source, sink, random);
  for (const { count, parts } of domains) for (const { toTask } of parts) toTask.room += count;
  network.fill(source, sink, random);

  if (domains.some(({ edge, count }) => flowOf(edge) < count)) {
    const reached = network.reached(source);
    const shortage = {
      domains: domains.filter(({ node }) => reached.has(node)).map(({ id }) => id),
      kinds: kinds.filter(({ node }) => !reached.has(node)).map(({ id }) => id),
    };
    return { shortage };
  }
  const cells = domains.flatMap(({ parts }) => parts).flatMap((part) => part.cells);
  return { cells: new Map(cells.map(({ cell, edge }) => [cell, flowOf(edge)])) };
}

function nodeInto(network: Network, sink: Node, room: number): Node {
  const node = network.node();
  network.connect(node, sink, room);
  return node;
}
