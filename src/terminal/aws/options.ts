// The options that an operation has on the command line: one for each member of its input, as the model lists them,
// then those that the command line adds. It does not read their values.
import type { ServiceModel } from '#cloud/models';
import type { Option, Words } from './arguments.ts';
import { inputOf, typeNamed } from './model-type.ts';
import { kebab } from './names.ts';
import { readValue, type Reading } from './values.ts';
import type { Structure } from './value.ts';

/** An option, and what a value behind it adds to the call's parameters. */
export interface Parameter extends Option {
  readonly fill: (parameters: Structure, written: Words, reading: Reading) => Promise<Structure> | Structure;
  /** What a value is called in a synopsis; `<value>` for most. A flag has none. */
  readonly hidden?: boolean;
}

/** By the option's name. */
export type Parameters = ReadonlyMap<string, Parameter>;

/** The options that come from the model alone. */
export function modelOptions(model: ServiceModel, operation: string): Parameters {
  const input = inputOf(model, operation);
  return table(
    Object.entries(input.members).flatMap(([member, type]) =>
      memberOptions(model, member, type, input.required.includes(member)),
    ),
  );
}

export function table(parameters: readonly Parameter[]): Parameters {
  return new Map(parameters.map((one) => [one.name, one]));
}

/** An option whose value is a member of the input. */
export function memberOption(
  model: ServiceModel,
  member: string,
  type: string,
  name = kebab(member),
): Parameter {
  const isList = typeNamed(model, type).kind === 'list';
  return {
    name,
    takes: isList ? 'many' : 'one',
    fill: async (parameters, written, reading) => ({
      ...parameters,
      [member]: await readValue(reading, `--${name}`, type, written),
    }),
  };
}

/** A pair: `--enabled` and `--no-enabled`. A required one is asked for by the model, not by the grammar. */
export function flagPair(
  name: string,
  fill: (parameters: Structure, value: boolean) => Structure,
): readonly Parameter[] {
  const one = (option: string, flag: boolean): Parameter => ({
    name: option,
    dest: name,
    takes: { flag },
    fill: (parameters, written) => fill(parameters, written === true),
  });
  return [one(name, true), one(`no-${name}`, false)];
}

function memberOptions(
  model: ServiceModel,
  member: string,
  type: string,
  required: boolean,
): readonly Parameter[] {
  if (typeNamed(model, type).kind === 'boolean') {
    return flagPair(kebab(member), (parameters, value) => ({ ...parameters, [member]: value }));
  }
  return [{ ...memberOption(model, member, type), required }];
}

/** The options with one of them changed. */
export function replaced(
  parameters: Parameters,
  name: string,
  by: (one: Parameter) => Parameter,
): Parameters {
  return table([...parameters.values()].map((one) => (one.name === name ? by(one) : one)));
}
