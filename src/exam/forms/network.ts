// A small network in which whole units flow from a source to a sink, each by a way that luck chooses among those that
// are left. What flows may be led another way by what comes later, so that the flow is the greatest there can be.
import type { Random } from '../random.ts';

export type Node = number;

export interface Edge {
  readonly to: Node;
  /** So many units more. */
  room: number;
  /** The same edge from its other end: its room is what flows here. */
  readonly back: Edge | undefined;
}

export interface Network {
  readonly node: () => Node;
  /** An edge with room for so many units. */
  readonly connect: (from: Node, to: Node, room: number) => Edge;
  /** Sends units until none goes through. */
  readonly fill: (source: Node, sink: Node, random: Random) => void;
  /** The nodes that one more unit would still get to. */
  readonly reached: (source: Node) => ReadonlySet<Node>;
}

export const flowOf = (edge: Edge): number => edge.back?.room ?? 0;

export function openNetwork(): Network {
  const leaving: Edge[][] = [];
  const open = (node: Node): readonly Edge[] => (leaving[node] ?? []).filter((edge) => edge.room > 0);

  /** Sends one unit if there is a way, drawn step by step. */
  const send = (from: Node, sink: Node, random: Random, seen: Set<Node>): boolean => {
    if (from === sink) return true;
    seen.add(from);
    for (const edge of random.shuffle(open(from))) {
      if (seen.has(edge.to) || !send(edge.to, sink, random, seen)) continue;
      edge.room -= 1;
      if (edge.back) edge.back.room += 1;
      return true;
    }
    return false;
  };

  return {
    node: () => leaving.push([]) - 1,
    connect: (from, to, room) => {
      const back: Edge & { back: Edge | undefined } = { to: from, room: 0, back: undefined };
      const edge: Edge = { to, room, back };
      back.back = edge;
      leaving[from]?.push(edge);
      leaving[to]?.push(back);
      return edge;
    },
    fill: (source, sink, random) => {
      while (send(source, sink, random, new Set()));
    },
    reached: (source) => {
      const seen = new Set([source]);
      // A set that grows while it is walked is walked to its end.
      for (const node of seen) for (const edge of open(node)) seen.add(edge.to);
      return seen;
    },
  };
}
