// What a transfer has to say: one line for each object, errors apart, and the exit status of it all. Source: cli-source.
import type { Printed } from '../command.ts';
import type { Transfer } from './transfer-options.ts';

export interface Report {
  /** @param what such as `upload`; `places` as `./a to s3://b/a` */
  readonly done: (what: string, places: string) => void;
  readonly failed: (what: string, places: string, error: string) => void;
  readonly warned: (message: string) => void;
  /** Nothing more can be done. */
  readonly fatal: (error: string) => void;
  readonly printed: () => Printed;
}

/** Quiet says nothing at all, a dry run says what would be done. */
export function openReport({ has }: Transfer): Report {
  let [stdout, stderr, exit] = ['', '', 0];
  const isQuiet = has('quiet');
  const say = (line: string): void => {
    if (!isQuiet && !has('only-show-errors')) stdout += `${line}\n`;
  };
  const complain = (line: string, status: number): void => {
    if (!isQuiet) stderr += `${line}\n`;
    exit = status;
  };
  return {
    done: (what, places) => {
      if (has('dryrun')) {
        if (!isQuiet) stdout += `(dryrun) ${what}: ${places}\n`;
      } else say(`${what}: ${places}`);
    },
    failed: (what, places, error) => {
      complain(`${what} failed: ${places} ${error}`, 1);
    },
    warned: (message) => {
      complain(`warning: ${message}`, exit === 0 ? 2 : exit);
    },
    fatal: (error) => {
      complain(`fatal error: ${error}`, 1);
    },
    printed: () => ({ stdout, stderr, exit }),
  };
}
