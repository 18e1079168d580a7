// How a function's code is given: as a zip file of its own option. Source: cli-source.
import type { ServiceModel } from '#cloud/models';
import { Mistake, parameterFault } from './faults.ts';
import { kebab } from './names.ts';
import { memberOption, replaced, table, type Parameter, type Parameters } from './options.ts';
import { isStructure, type Structure, type Value } from './value.ts';
import { loaded, readValue } from './values.ts';
import { hasZip } from './zip.ts';

const ZIP_WANTED =
  '--zip-file must be a zip file with the fileb:// prefix.\nExample usage:  --zip-file fileb://path/to/file.zip';

/** `--zip-file` beside a structure that holds the code otherwise. */
export function withZip(
  parameters: Parameters,
  model: ServiceModel,
  member: string,
  type: string,
): Parameters {
  const name = kebab(member);
  const zip: Parameter = {
    name: 'zip-file',
    takes: 'one',
    fill: async (filled, written, { host }) => {
      const bytes = zipIn(typeof written === 'string' ? await loaded(host, '--zip-file', written) : '');
      return joined(filled, member, { ZipFile: bytes });
    },
  };
  const plain = memberOption(model, member, type, name);
  const code: Parameter = {
    ...plain,
    fill: async (filled, written, reading) => {
      const given = await readValue(reading, `--${name}`, type, written);
      if (isStructure(given) && Object.hasOwn(given, 'ZipFile')) {
        throw new Mistake(
          parameterFault(
            `ZipFile cannot be provided as part of the --${name} argument.  ` +
              "Please use the '--zip-file' option instead to specify a zip file.",
          ),
        );
      }
      return isStructure(given) ? joined(filled, member, given) : { ...filled, [member]: given };
    },
  };
  return table([...replaced(parameters, name, () => code).values(), zip]);
}

/** `--zip-file` as a member of its own. */
export function withCheckedZip(parameters: Parameters): Parameters {
  return replaced(parameters, 'zip-file', (one) => ({
    ...one,
    fill: async (filled, written, { host }) => ({
      ...filled,
      ZipFile: zipIn(typeof written === 'string' ? await loaded(host, '--zip-file', written) : ''),
    }),
  }));
}

function zipIn(content: string | readonly string[] | Uint8Array): Uint8Array {
  if (!(content instanceof Uint8Array) || !hasZip(content)) throw new Mistake(parameterFault(ZIP_WANTED));
  return content;
}

function joined(filled: Structure, member: string, more: Structure): Structure {
  const before: Value | undefined = filled[member];
  return { ...filled, [member]: { ...(isStructure(before) ? before : {}), ...more } };
}
