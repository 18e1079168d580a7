// What became of the variables in a text: each is a step of its own.
import type { Asked } from './asked.ts';
import type { Template } from './template.ts';
import type { Pointer, Step } from './trace.ts';

export function variableSteps(template: Template, asked: Asked, at: Pointer): readonly Step[] {
  return template.flatMap((piece): Step[] => {
    if (piece.kind === 'text') return [];
    if (piece.kind === 'character') {
      return [
        { rule: 'variable-for-a-character-is-that-character', holds: true, at, seen: { value: piece.text } },
      ];
    }
    const { key, otherwise } = piece;
    const value = asked.lookup(key);
    if (value !== undefined)
      return [
        { rule: 'variable-has-its-value', holds: true, at, seen: { key, value } },
        ...literal(value, at),
      ];
    if (otherwise !== undefined) {
      return [{ rule: 'variable-takes-its-default', holds: true, at, seen: { key, value: otherwise } }];
    }
    return [{ rule: 'variable-without-value-fits-nothing', holds: true, at, seen: { key } }];
  });
}

/** AWS does not say what a wildcard in a variable's value means. */
function literal(value: string, at: Pointer): Step[] {
  if (!/[*?]/.test(value)) return [];
  return [
    { rule: 'wildcard-in-a-value-is-a-character', holds: true, at, seen: { value }, undocumented: true },
  ];
}
