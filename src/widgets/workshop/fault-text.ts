// What is wrong with a form code that somebody typed, in words.
import { CODE_LENGTH, type CodeFault } from '#exam';
import { workshop as words } from '#strings';

export function faultText(fault: CodeFault): string {
  switch (fault.fault) {
    case 'character':
      return words.faults.character(fault.character);
    case 'length':
      return words.faults.length(fault.length, CODE_LENGTH);
    case 'check':
      return words.faults.check;
    case 'exam':
      return words.faults.exam(fault.exam);
  }
}
