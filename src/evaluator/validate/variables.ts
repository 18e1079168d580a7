// Policy variables: how they are written, and where they may stand.
import { found, NONE, when, type Check, type Finding } from './check.ts';
import type { Text } from './view.ts';

const TAKES_VARIABLES = ['String', 'Arn', ''];

/** What is wrong with the first faulty variable of a text. */
function faultOf(text: Text): readonly Finding[] {
  const { value } = text;
  for (let at = value.indexOf('${'); at >= 0; at = value.indexOf('${', at + 2)) {
    const end = value.indexOf('}', at);
    const next = value.indexOf('${', at + 2);
    const whole = end < 0 ? value.slice(at) : value.slice(at, end + 1);
    if (end < 0 || (next >= 0 && next < end))
      return [found('MISSING_BRACE_IN_VARIABLE', text, { found: whole })];
    const [name = '', ...rest] = whole.slice(2, -1).split(',');
    const given = rest.join(',').trim();
    if (name.trim() === '') return [found('EMPTY_VARIABLE', text, { found: whole })];
    if (/\s/.test(name)) return [found('UNSUPPORTED_SPACE_IN_VARIABLE', text, { found: whole })];
    if (rest.length > 0 && !/^'[^']*'$/.test(given))
      return [found('MISSING_QUOTE_IN_VARIABLE', text, { found: whole })];
  }
  return NONE;
}

function findingsOf(text: Text, version: string | undefined): readonly Finding[] {
  if (!text.value.includes('${')) return NONE;
  return version === '2012-10-17' ? faultOf(text) : [found('VARIABLE_UNSUPPORTED_IN_VERSION', text)];
}

export const VARIABLES: readonly Check[] = [
  {
    codes: [
      ...(['EMPTY_VARIABLE', 'MISSING_BRACE_IN_VARIABLE', 'MISSING_QUOTE_IN_VARIABLE'] as const),
      ...(['UNSUPPORTED_SPACE_IN_VARIABLE', 'VARIABLE_UNSUPPORTED_IN_VERSION'] as const),
    ],
    statement: ({ resource, conditions }, { version }) => [
      ...(resource?.items ?? []).flatMap((item) => findingsOf(item, version)),
      ...conditions.flatMap(({ operator, values }) =>
        TAKES_VARIABLES.includes(operator.family)
          ? values.flatMap((value) => findingsOf(value, version))
          : NONE,
      ),
    ],
  },
  {
    codes: ['VARIABLE_UNSUPPORTED_IN_ELEMENT'],
    statement: ({ principal }) =>
      (principal?.named ?? []).flatMap((named) =>
        when(named.value.includes('${'), 'VARIABLE_UNSUPPORTED_IN_ELEMENT', named),
      ),
  },
  {
    codes: ['INVALID_VARIABLE_FOR_OPERATOR'],
    condition: ({ operator, values }) =>
      TAKES_VARIABLES.includes(operator.family)
        ? NONE
        : values.flatMap((value) =>
            when(value.value.includes('${'), 'INVALID_VARIABLE_FOR_OPERATOR', value, {
              operator: operator.value,
            }),
          ),
  },
];
