// Actions: their form, whether they exist, whether one contains another.
import { found, NONE, when, type Finding, type StatementCheck } from './check.ts';
import { covers, hasWildcard } from './globs.ts';
import { meant } from './meant.ts';
import { PATRONS, serviceOf } from './patron.ts';
import type { Text, View } from './view.ts';

const WANTED = 'Write the service, a colon and the name, such as `s3:GetObject`';
const FORM = /^(?:\*|[a-z\d*?-]+:[\w*?-]+)$/i;

export const ACTIONS: readonly StatementCheck[] = [
  {
    codes: [
      'INVALID_ACTION',
      'INVALID_SERVICE_IN_ACTION',
      'WILDCARD_IN_SERVICE_NAME',
      'VARIABLE_UNSUPPORTED_IN_ELEMENT',
    ],
    statement: ({ action }, view) => (action?.items ?? []).flatMap((item) => findingsOf(item, view)),
  },
  {
    codes: ['UNSUPPORTED_ACTION_IN_POLICY'],
    kinds: ['resource'],
    statement: ({ action }, { patron }) => {
      if (patron === undefined) return NONE;
      return (action?.items ?? []).flatMap((item) => {
        const service = serviceOf(item.value);
        const other = service !== '' && !hasWildcard(service) && !service.startsWith(patron);
        return when(other, 'UNSUPPORTED_ACTION_IN_POLICY', item, { resource: PATRONS[patron] ?? '' });
      });
    },
  },
];

function findingsOf(item: Text, view: View): readonly Finding[] {
  const { value } = item;
  const { catalogue } = view;
  if (value.includes('${')) return [found('VARIABLE_UNSUPPORTED_IN_ELEMENT', item)];
  if (!FORM.test(value)) return [found('INVALID_ACTION', item, { wanted: WANTED })];
  const service = serviceOf(value);
  const name = value.slice(service.length + 1);
  if (hasWildcard(service)) return [found('WILDCARD_IN_SERVICE_NAME', item)];
  if (!catalogue || service === '') return NONE;
  if (!catalogue.services.has(service))
    return [
      found('INVALID_SERVICE_IN_ACTION', item, {
        found: service,
        ...meant(view, service, catalogue.services),
      }),
    ];
  return when(isUnknown(name.toLowerCase(), service, view), 'INVALID_ACTION', item, () =>
    meant(view, name, catalogue.actionsOf(service)?.values() ?? [], `${service}:`),
  );
}

function isUnknown(name: string, service: string, { catalogue, mayLookUp }: View): boolean {
  const actions = catalogue?.actionsOf(service);
  if (!actions) return false;
  if (!hasWildcard(name)) return !actions.has(name);
  if (/^\*+$/.test(name) || !mayLookUp()) return false;
  for (const known of actions.keys()) if (covers(name, known)) return false;
  return true;
}
