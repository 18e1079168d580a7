// Paths into an item: an attribute, then members of maps and places of lists.
import type { Item, Value } from './value.ts';

/** Names of members and places of lists, an attribute's name first. */
export type Path = readonly (string | number)[];

export function valueAt(item: Item, path: Path): Value | undefined {
  return path.reduce<Value | undefined>((value, step) => value && inside(value, step), { M: item });
}

function inside({ M, L }: Value, step: string | number): Value | undefined {
  if (typeof step === 'number') return L?.[step];
  return M && Object.hasOwn(M, step) ? M[step] : undefined;
}

/** The value with another one at a path, behind the end of a list at its end; `undefined` when nothing leads there. */
export function withValue(holder: Value, path: Path, value: Value): Value | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const before = inside(holder, step);
  if (rest.length > 0 && !before) return undefined;
  const next = before && rest.length > 0 ? withValue(before, rest, value) : value;
  if (!next) return undefined;
  if (typeof step === 'number')
    return holder.L && { L: step < holder.L.length ? holder.L.with(step, next) : [...holder.L, next] };
  return holder.M && { M: { ...holder.M, [step]: next } };
}

/** The value without what is at a path; as it was when nothing is there; `undefined` when nothing leads there. */
export function withoutValue(holder: Value, path: Path): Value | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return holder;
  const before = inside(holder, step);
  if (rest.length > 0) {
    const next = before && withoutValue(before, rest);
    return next && withValue(holder, [step], next);
  }
  if (typeof step === 'number') return holder.L && { L: holder.L.filter((_, i) => i !== step) };
  return holder.M && { M: Object.fromEntries(Object.entries(holder.M).filter(([name]) => name !== step)) };
}

/** Only what is at some paths. Places of a list close up. */
export function projected(item: Item, paths: readonly Path[]): Item {
  return part({ M: item }, paths)?.M ?? {};
}

function part(value: Value, paths: readonly Path[]): Value | undefined {
  if (paths.some((path) => path.length === 0)) return value;
  const steps = [...new Set(paths.map(([step]) => step))].filter((step) => step !== undefined);
  const kept = steps.flatMap((step) => {
    const one = inside(value, step);
    const below = paths.filter(([first]) => first === step).map((path) => path.slice(1));
    const shown = one && part(one, below);
    return shown ? [[step, shown] as const] : [];
  });
  if (kept.length === 0) return undefined;
  if (!value.L) return { M: Object.fromEntries(kept) };
  const places = kept.toSorted(([a], [b]) => Number(a) - Number(b));
  return { L: places.map(([, one]) => one) };
}

/** As messages write it. */
export function showPath(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ');
}

/** Does one path lie on the other? */
export function overlaps(a: Path, b: Path): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length).every((step, i) => step === b[i]);
}
