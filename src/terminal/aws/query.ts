// `--query`: read before anything is called, asked of what is printed. It knows no format.
import { parseQuery, type Query } from '../jmespath/query.ts';
import type { Value } from '../value.ts';
import type { CliFault } from './command.ts';
import { generalFault, parameterFault } from './faults.ts';

/** A JMESPath expression; a bad one is a mistake in a parameter, exit status 252. Source: cli-source. */
export function readQuery(expression: string): { readonly query: Query } | CliFault {
  const read = parseQuery(expression);
  return 'wrong' in read ? parameterFault(`Bad value for --query ${expression}: ${read.wrong}`) : read;
}

/** What a query makes of a value; a value that it cannot take ends the command with exit status 255. */
export function askQuery(query: Query | undefined, value: Value): { readonly value: Value } | CliFault {
  const answer = query ? query(value) : { value };
  return 'wrong' in answer ? generalFault(answer.wrong) : answer;
}
