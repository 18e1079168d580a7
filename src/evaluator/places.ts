// Documents by their place among the layers.
import type { Document } from './policy.ts';
import type { Layers } from './request.ts';
import type { Pointer } from './trace.ts';

/** The document that a place in a trace is in. */
export function documentAt(layers: Layers, { layer, level, policy }: Pointer): Document | undefined {
  if (layer === 'scp' || layer === 'rcp') return layers[layer]?.[level ?? 0]?.[policy];
  if (layer === 'identity' || layer === 'session') return layers[layer]?.[policy];
  return layer === 'trust' ? layers.resource : layers[layer];
}

/** Every document with its place, in the order of the layers. */
export function placedDocuments(
  layers: Layers,
): readonly { readonly at: Omit<Pointer, 'range'>; readonly document: Document }[] {
  const one = (document: Document | undefined, policy = 0) =>
    document ? [{ at: { layer: document.kind, policy }, document }] : [];
  const levels = (layer: 'scp' | 'rcp') =>
    (layers[layer] ?? []).flatMap((documents, level) =>
      documents.map((document, policy) => ({ at: { layer, level, policy }, document })),
    );
  return [
    ...layers.identity.flatMap(one),
    ...one(layers.boundary),
    ...(layers.session ?? []).flatMap(one),
    ...levels('scp'),
    ...levels('rcp'),
    ...one(layers.resource),
    ...one(layers.vpce),
  ];
}
