// The map of prerequisites: laid out while the site is built, a picture with links and nothing to wake.
import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import { content } from './content.ts';
import { lessonsInOrder } from './paths.ts';

export interface MapNode {
  readonly id: string;
  /** The title in lines that fit. */
  readonly lines: readonly string[];
  readonly module: number;
  readonly x: number;
  readonly y: number;
}

export interface LessonMap {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly MapNode[];
  /** Paths of an SVG. */
  readonly edges: readonly { readonly id: string; readonly d: string }[];
}

export const NODE = { width: 168, height: 52 };
const CHARACTERS = 22;

export function lessonMap(): LessonMap {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ rankdir: 'TB', nodesep: 18, ranksep: 34, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const lessons = lessonsInOrder();
  const known = new Set(lessons.map(({ id }) => id));
  for (const { id } of lessons) graph.setNode(id, { ...NODE });
  for (const { id, after } of lessons)
    for (const before of after) if (known.has(before)) graph.setEdge(before, id);
  layout(graph);
  const modules = content().modules.map(({ slug }) => slug);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: lessons.map(({ id, title, module }) => {
      const { x = 0, y = 0 } = graph.node(id);
      return { id, lines: linesOf(title), module: modules.indexOf(module) + 1, x, y };
    }),
    edges: graph.edges().map((edge) => ({
      id: `${edge.v} ${edge.w}`,
      d: (graph.edge(edge).points ?? [])
        .map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`)
        .join(''),
    })),
  };
}

/** A title in two lines at most. */
export function linesOf(title: string): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= CHARACTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 2 ? lines : [lines[0] ?? '', `${lines[1] ?? ''}…`];
}
