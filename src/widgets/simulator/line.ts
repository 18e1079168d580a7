// A situation as a line of the `evaluate` door, and back. A policy goes out as JSON where it is JSON, else as its text.
import { parseJson } from '#evaluator';
import { contextOf } from './judge.ts';
import { inLine } from './print.ts';
import { LAYERS, type Paper, type Situation } from './situation.ts';

/** One line, without its line break. The field `names` is ours; the door takes it for a note. */
export function makeLine(situation: Situation): string {
  const { caller, action, resource, resourceAccount, resourceInManagementAccount } = situation;
  const { inManagementAccount = false, serviceLinkedRole = false, ...named } = caller;
  const principal = {
    ...named,
    ...(inManagementAccount ? { inManagementAccount } : {}),
    ...(serviceLinkedRole ? { serviceLinkedRole } : {}),
  };
  const request = {
    action,
    resource,
    resourceAccount,
    context: contextOf(situation),
    ...(resourceInManagementAccount ? { resourceInManagementAccount } : {}),
  };
  const fields = fieldsOf(situation, documentText);
  const names = fieldsOf(situation, ({ name }) => JSON.stringify(name));
  return object([
    ['principal', JSON.stringify(principal)],
    ['request', JSON.stringify(request)],
    ...(fields.some(([field]) => field === 'identityPolicies') ? [] : [['identityPolicies', '[]'] as const]),
    ...fields,
    ...(names.length === 0 ? [] : [['names', object(names)] as const]),
  ]);
}

type Field = readonly [name: string, text: string];

const object = (fields: readonly Field[]): string =>
  `{${fields.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;

const list = (items: readonly string[]): string => `[${items.join(',')}]`;

/** The fields of the layers that apply, each paper written as `write` does. */
function fieldsOf(situation: Situation, write: (paper: Paper) => string): readonly Field[] {
  return LAYERS.flatMap(({ layer, field, holds }): Field[] => {
    const papers = situation.papers.filter((paper) => paper.layer === layer);
    if (holds === 'levels') {
      const count = layer === 'rcp' || layer === 'scp' ? situation.levels[layer] : 0;
      const levels = Array.from({ length: count }, (_, level) =>
        list(papers.filter((paper) => paper.level === level).map(write)),
      );
      return count === 0 ? [] : [[field, list(levels)]];
    }
    const [first] = papers;
    if (!first) return [];
    return [[field, holds === 'one' ? write(first) : list(papers.map(write))]];
  });
}

function documentText({ text }: Paper): string {
  const read = parseJson(text);
  return 'node' in read && read.node.type === 'object' ? inLine(read.node, text) : JSON.stringify(text);
}
