// How much one line may do before the shell stops it, and what it says then.
import type { BashOptions } from 'just-bash';

const MIB = 1024 * 1024;

export const LIMITS = {
  maxSourceBytes: 2 * MIB,
  maxCommandCount: 200_000,
  maxLoopIterations: 10_000,
  maxCallDepth: 100,
  maxSubstitutionDepth: 30,
  maxExecDepth: 20,
  maxOutputSize: 16 * MIB,
  maxStringLength: 8 * MIB,
  maxLiveBytes: 64 * MIB,
  maxInputBytes: 64 * MIB,
  maxHeredocSize: 4 * MIB,
  maxFileSystemBytes: 64 * MIB,
  maxArrayElements: 100_000,
  maxBraceExpansionResults: 60_000,
  maxSedIterations: 50_000,
  maxAwkIterations: 50_000,
  maxExecutionTimeMs: 60_000,
} satisfies BashOptions['executionLimits'];

/** The status of a line that the shell stopped. */
export const STOPPED = 126;

/** The library's line about a limit, in our words; marks may stand before it. */
export function stoppedText(line: string): string | undefined {
  const [, marks = '', said = ''] = /^([\u001d\u001e]*)bash: (.*)$/s.exec(line) ?? [];
  const [, why] = REASONS.find(([pattern]) => pattern.test(said)) ?? [];
  return why === undefined ? undefined : `${marks}bash: stopped: ${why}`;
}

const count = (limit: number): string => limit.toLocaleString('en');

const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /too many iterations|iteration limit/,
    `a loop ran ${count(LIMITS.maxLoopIterations)} times, and more does not fit into one line here`,
  ],
  [
    /maximum recursion depth|call depth/,
    `functions called each other ${count(LIMITS.maxCallDepth)} times deep, and deeper does not fit here`,
  ],
  [
    /too many commands|command count|maximum number of commands/,
    `${count(LIMITS.maxCommandCount)} commands ran`,
  ],
  [/output size/, `the output grew beyond ${count(LIMITS.maxOutputSize / MIB)} MiB`],
  [/input size limit/, `the text is longer than ${count(LIMITS.maxSourceBytes / MIB)} MiB`],
  [
    /limit exceeded|limit reached|exceeds?\b.*limit|too deep|nesting/,
    'it needs more room than the shell has',
  ],
];
