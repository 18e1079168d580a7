// Lists and objects that name nothing.
import { found, NONE, when, type StatementCheck } from './check.ts';

export const EMPTY_VALUES: readonly StatementCheck[] = [
  {
    codes: ['EMPTY_ARRAY_ACTION', 'EMPTY_ARRAY_RESOURCE'],
    statement: ({ action, resource }) => [
      ...(action?.isEmpty ? [found('EMPTY_ARRAY_ACTION', action.name)] : NONE),
      ...(resource?.isEmpty ? [found('EMPTY_ARRAY_RESOURCE', resource.name)] : NONE),
    ],
  },
  {
    codes: ['EMPTY_ARRAY_PRINCIPAL', 'EMPTY_OBJECT_PRINCIPAL'],
    statement: ({ principal }) =>
      principal
        ? [
            ...principal.empty.map((at) => found('EMPTY_ARRAY_PRINCIPAL', at)),
            ...when(principal.isEmptyObject, 'EMPTY_OBJECT_PRINCIPAL', principal.name),
          ]
        : NONE,
  },
];
