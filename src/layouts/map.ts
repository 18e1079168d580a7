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

export const NODE = { width: 158, height: 40 };
const RANK_GAP = 36;
const CHARACTERS = 19;

export function lessonMap(): LessonMap {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: RANK_GAP, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const lessons = lessonsInOrder();
  const known = new Set(lessons.map(({ id }) => id));
  for (const { id } of lessons) graph.setNode(id, { ...NODE });
  for (const { id, after } of lessons)
    for (const before of after) if (known.has(before)) graph.setEdge(before, id);
  layout(graph);
  // Turned over, so that the first lesson stands at the top.
  const { width = 0, height = 0 } = graph.graph();
  const turned = ({ x = 0, y = 0 }: Partial<Point>): Point => ({ x, y: height - y });
  const modules = content().modules.map(({ slug }) => slug);
  return {
    width,
    height,
    nodes: lessons.map(({ id, title, module }) => {
      return { id, lines: linesOf(title), module: modules.indexOf(module) + 1, ...turned(graph.node(id)) };
    }),
    edges: graph.edges().map((edge) => ({
      id: `${edge.v} ${edge.w}`,
      d: curve(
        turned(graph.node(edge.v)),
        turned(graph.node(edge.w)),
        (graph.edge(edge).points ?? []).map(turned),
      ),
    })),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From the right of a lesson to the left of another, by way of the gaps between those that lie between them. */
function curve(from: Point, to: Point, points: readonly Point[]): string {
  const start = { x: from.x + NODE.width / 2, y: from.y };
  const end = { x: to.x - NODE.width / 2, y: to.y };
  const between = points.filter(({ x }) => x > start.x + RANK_GAP && x < end.x - RANK_GAP);
  const way = [start, ...between, end];
  return way
    .map((point, i) => {
      const here = `${Math.round(point.x)} ${Math.round(point.y)}`;
      const last = way[i - 1];
      if (!last) return `M${here}`;
      const middle = Math.round((last.x + point.x) / 2);
      return `C${middle} ${Math.round(last.y)} ${middle} ${Math.round(point.y)} ${here}`;
    })
    .join('');
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
