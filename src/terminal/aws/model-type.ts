// The types of a service's model by what the command line does with them. It knows no operation.
import type { ServiceModel } from '#cloud/models';

/** A type that may hold others, or the name of one that holds none. */
export type Type =
  | {
      readonly kind: 'structure';
      readonly name: string;
      readonly members: Readonly<Record<string, string>>;
      readonly required: readonly string[];
    }
  | { readonly kind: 'list'; readonly of: string }
  | { readonly kind: 'map'; readonly of: string }
  | { readonly kind: Scalar; readonly choices?: readonly string[] };

export type Scalar = 'string' | 'number' | 'boolean' | 'timestamp' | 'blob';

const SCALARS: ReadonlyMap<string, Scalar> = new Map(
  (['string', 'number', 'boolean', 'timestamp', 'blob'] as const).map((name) => [name, name]),
);

/** @param name a shape's or a primitive's, as it stands in the model */
export function typeNamed(model: ServiceModel, name: string): Type {
  const scalar = SCALARS.get(name);
  if (scalar) return { kind: scalar };
  const shape = model.shapes[name];
  if (!shape) throw new Error(`no shape ${name} in the model of ${model.command}`);
  if ('members' in shape) {
    return { kind: 'structure', name, members: shape.members, required: shape.required ?? [] };
  }
  if ('list' in shape) return { kind: 'list', of: shape.list };
  return 'map' in shape ? { kind: 'map', of: shape.map } : { kind: 'string', choices: shape.enum };
}

/** What an operation takes; no members when it takes nothing. */
export function inputOf(model: ServiceModel, operation: string): Type & { readonly kind: 'structure' } {
  const input = model.operations[operation]?.input;
  const type = input === undefined ? undefined : typeNamed(model, input);
  return type?.kind === 'structure' ? type : { kind: 'structure', name: '', members: {}, required: [] };
}

/** The type of what stands under a key; `undefined` when nothing may. */
export function memberType(type: Type, key: string): string | undefined {
  if (type.kind === 'map') return type.of;
  return type.kind === 'structure' && Object.hasOwn(type.members, key) ? type.members[key] : undefined;
}

export function isScalar(type: Type): boolean {
  return type.kind !== 'structure' && type.kind !== 'list' && type.kind !== 'map';
}
