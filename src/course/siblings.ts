// A question that draws: names, actions, the layer that denies stand in it as {{name}}, and each draw is a question of
// its own. The build proves every one of them.
import { randomFrom } from '#exam';

type Values = Readonly<Record<string, unknown>>;

/** How many combinations an author may spread out. */
const MOST = 2000;

/** What `draw` of a file says: lists by the name of what is drawn, how many are taken, which combinations never. */
export interface Draw {
  readonly from: Readonly<Record<string, readonly unknown[]>>;
  readonly take: number;
  readonly except: readonly Values[];
}

/**
 * The draws of a question, the same ones each time.
 * @param id of the question: its seed
 */
export function drawsOf(
  id: string,
  { from, take, except }: Draw,
): readonly Values[] | { readonly fault: string } {
  const all = combinations(from).filter(
    (values) =>
      !except.some((never) => Object.entries(never).every(([key, value]) => same(values[key], value))),
  );
  if (all.length > MOST) return { fault: `\`draw\` has ${all.length} combinations, ${MOST} at most` };
  if (all.length < take) return { fault: `\`draw\` has ${all.length} combinations, and is to give ${take}` };
  return randomFrom(0, 'siblings', id).shuffle(all).slice(0, take);
}

function same(drawn: unknown, excepted: unknown): boolean {
  const name = typeof drawn === 'object' && drawn !== null && 'name' in drawn ? drawn.name : drawn;
  return (
    JSON.stringify(name) === JSON.stringify(excepted) || JSON.stringify(drawn) === JSON.stringify(excepted)
  );
}

function combinations(from: Draw['from']): readonly Values[] {
  return Object.entries(from).reduce<readonly Values[]>(
    (rows, [key, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [key]: value }))),
    [{}],
  );
}

/** A value of a file with everything drawn put in its places. What names nothing that is drawn stays and is returned. */
export function drawnIn(
  value: unknown,
  values: Values,
): { readonly value: unknown; readonly unknown: readonly string[] } {
  const missing = new Set<string>();
  const at = (path: string): unknown => {
    const found = path
      .split('.')
      .reduce<unknown>(
        (from, key) => (typeof from === 'object' && from !== null ? (from as Values)[key] : undefined),
        values,
      );
    if (found === undefined) missing.add(path);
    return found;
  };
  const text = (written: string): unknown => {
    const whole = /^\{\{([\w.-]+)\}\}$/.exec(written)?.[1];
    if (whole !== undefined) return walk(at(whole));
    return written.replaceAll(/\{\{([\w.-]+)\}\}/g, (_, path: string) => String(text(String(at(path)))));
  };
  const walk = (from: unknown): unknown => {
    if (typeof from === 'string') return from.includes('{{') ? text(from) : from;
    if (Array.isArray(from)) return from.map(walk);
    if (typeof from !== 'object' || from === null) return from;
    return Object.fromEntries(Object.entries(from).map(([key, inner]) => [String(walk(key)), walk(inner)]));
  };
  return { value: walk(value), unknown: [...missing] };
}
