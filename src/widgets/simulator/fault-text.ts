// The sentence for a text that is no situation: where, what, and what it has to be.
import { messageOf, placeOf } from '#evaluator';
import { sandboxDrawers as words } from '#strings';
import type { LineFault } from './read-line.ts';

export function faultText(fault: LineFault, text: string): string {
  const { line, column } = placeOf(text, fault.range.start);
  return `${words.faultAt(line, column)}: ${sentenceOf(fault)}`;
}

function sentenceOf(fault: LineFault): string {
  switch (fault.code) {
    case 'json': {
      const { error, range } = fault;
      const detail = { found: error.found };
      return messageOf({
        code: 'JSON_SYNTAX_ERROR',
        severity: 'ERROR',
        path: '',
        range,
        detail,
        fault: error.fault,
      });
    }
    case 'wrong':
      return words.wrongField(fault.field, words.wanted[fault.wanted]);
    case 'missing':
      return words.missingField(fault.field, words.wanted[fault.wanted]);
    case 'key-twice':
      return words.keyTwice(fault.field);
  }
}
