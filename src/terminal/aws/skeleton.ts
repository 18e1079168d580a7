// What an operation takes or gives, written out with stand-in values. It calls nothing.
import type { Reply } from '#cloud';
import type { ServiceModel } from '#cloud/models';
import { inputOf, typeNamed, type Type } from './model-type.ts';

/** `--generate-cli-skeleton`: the input as JSON, to be filled in and given to `--cli-input-json`. Source: cli-guide-skeleton. */
export function inputSkeleton(model: ServiceModel, operation: string): string {
  return `${JSON.stringify(sample(model, inputOf(model, operation), INPUT, '', []), null, 4)}\n`;
}

/** `--generate-cli-skeleton yaml-input`: the same as YAML, each member with its kind and whether it must be there. */
export function yamlSkeleton(model: ServiceModel, operation: string): string {
  const lines = yamlLines(model, inputOf(model, operation), []);
  return lines.length === 0 ? '{}\n' : `${lines.join('\n')}\n`;
}

/** `--generate-cli-skeleton output`: an answer in which each text is its member's name. */
export function outputSample(model: ServiceModel, operation: string): Reply {
  const output = model.operations[operation]?.output;
  const value = output === undefined ? {} : sample(model, typeNamed(model, output), OUTPUT, '', []);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

type Sample = (type: Type, name: string) => unknown;

const INPUT: Sample = (type) => {
  if (type.kind === 'string') return ('choices' in type ? type.choices[0] : undefined) ?? '';
  if (type.kind === 'timestamp') return '1970-01-01T00:00:00';
  return PLAIN.get(type.kind) ?? null;
};

const OUTPUT: Sample = (type, name) => {
  if (type.kind === 'string') return name;
  return type.kind === 'timestamp' ? 0 : (PLAIN.get(type.kind) ?? '');
};

const PLAIN: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['number', 0],
  ['boolean', true],
]);

/** @param above the structures around, so that one that holds itself ends */
function sample(
  model: ServiceModel,
  type: Type,
  plain: Sample,
  name: string,
  above: readonly string[],
): unknown {
  if (type.kind === 'list') return [sample(model, typeNamed(model, type.of), plain, type.of, above)];
  if (type.kind === 'map') return { KeyName: sample(model, typeNamed(model, type.of), plain, '', above) };
  if (type.kind !== 'structure') return plain(type, name);
  if (above.includes(type.name)) return {};
  const around = [...above, type.name];
  return Object.fromEntries(
    Object.entries(type.members).map(([member, of]) => [
      member,
      sample(model, typeNamed(model, of), plain, member, around),
    ]),
  );
}

function yamlLines(
  model: ServiceModel,
  type: Type & { readonly kind: 'structure' },
  above: readonly string[],
): readonly string[] {
  if (above.includes(type.name)) return [];
  const around = [...above, type.name];
  return Object.entries(type.members).flatMap(([member, of]) => {
    const inner = typeNamed(model, of);
    const note = type.required.includes(member) ? '  # [REQUIRED]' : '';
    return yamlMember(model, member, inner, note, around);
  });
}

function yamlMember(
  model: ServiceModel,
  key: string,
  type: Type,
  note: string,
  around: readonly string[],
): readonly string[] {
  if (type.kind === 'list') {
    const inside = yamlValue(model, typeNamed(model, type.of), around);
    return [`${key}:${note}`, ...inside.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))];
  }
  if (type.kind === 'map') {
    const inner = typeNamed(model, type.of);
    return [`${key}:${note}`, ...yamlMember(model, 'KeyName', inner, '', around).map((line) => `  ${line}`)];
  }
  if (type.kind !== 'structure') return [`${key}: ${yamlPlain(type)}${note}${yamlChoices(type, note)}`];
  const inside = yamlLines(model, type, around);
  return inside.length === 0
    ? [`${key}: {}${note}`]
    : [`${key}:${note}`, ...inside.map((line) => `  ${line}`)];
}

function yamlValue(model: ServiceModel, type: Type, around: readonly string[]): readonly string[] {
  if (type.kind === 'structure') {
    const inside = yamlLines(model, type, around);
    return inside.length === 0 ? ['{}'] : inside;
  }
  if (type.kind === 'map') return yamlMember(model, 'KeyName', typeNamed(model, type.of), '', around);
  if (type.kind !== 'list') return [yamlPlain(type)];
  const inside = yamlValue(model, typeNamed(model, type.of), around);
  return inside.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

function yamlPlain(type: Type): string {
  if (type.kind === 'blob') return "!!binary ''";
  if (type.kind === 'timestamp') return '1970-01-01 00:00:00';
  const value = INPUT(type, '');
  return value === '' ? "''" : String(value);
}

function yamlChoices(type: Type, note: string): string {
  const choices = 'choices' in type ? type.choices : undefined;
  if (!choices) return '';
  return `${note === '' ? '  #' : ''} Valid values are: ${choices.join(', ')}.`;
}
