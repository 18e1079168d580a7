// What is wrong with a form code that somebody typed, in words.
import { CODE_LENGTH, type CodeFault } from '#exam';
import { examStart as words } from '#strings';

/** @param own the four characters with which the codes of the exam begin */
export function faultText(fault: CodeFault, own: string): string {
  switch (fault.fault) {
    case 'character':
      return words.codeFaults.character(fault.character);
    case 'length':
      return words.codeFaults.length(fault.length, CODE_LENGTH);
    case 'check':
      return words.codeFaults.check;
    case 'exam':
      return words.codeFaults.exam(own);
  }
}
