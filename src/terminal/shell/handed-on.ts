// What a command that calls others hands on to them: the exported variables, which the library forgets on the way. It knows
// trees of scripts, not what they do.
import type { ScriptNode, SimpleCommandNode, WordNode } from 'just-bash';
import { isSimple } from './statements.ts';

/** The commands of the library that call others. */
export const CALLERS: readonly string[] = ['bash', 'sh', 'xargs', 'find', 'timeout'];

export interface Handed {
  /** Does the called text begin with statements of its own, as in a shell, or is it one command? */
  readonly isShell: boolean;
  readonly variables: readonly (readonly [name: string, value: string])[];
}

/** What the library sets by itself in each shell. */
const OWN = new Set(['PWD', 'OLDPWD', '_', 'SHLVL']);

/** @param exported the variables that the calling command sees */
export function handedBy(
  caller: string,
  args: readonly string[],
  exported: ReadonlyMap<string, string>,
): Handed {
  const variables = new Map(caller === 'env' ? environmentOf(args, exported) : exported);
  for (const name of OWN) variables.delete(name);
  return { isShell: caller === 'bash' || caller === 'sh', variables: [...variables] };
}

/** The variables that `env` leaves, with those that it adds. */
function environmentOf(
  args: readonly string[],
  exported: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const variables = new Map(exported);
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const [, without] = /^(?:-u|--unset=)(.+)$/s.exec(arg) ?? [];
    const [, name, value] = /^(\w+)=(.*)$/s.exec(arg) ?? [];
    if (arg === '-' || arg === '-i' || arg === '--ignore-environment') variables.clear();
    else if (arg === '-u' || arg === '--unset') variables.delete(args[(at += 1)] ?? '');
    else if (without !== undefined) variables.delete(without);
    else if (name !== undefined) variables.set(name, value ?? '');
    else if (!arg.startsWith('-')) break;
  }
  return variables;
}

/** A script that was called, with the variables of its caller. */
export function handOn(script: ScriptNode, { isShell, variables }: Handed): ScriptNode {
  if (variables.length === 0) return script;
  if (isShell) return { ...script, statements: [exporting(variables), ...script.statements] };
  const command = script.statements[0]?.pipelines[0]?.commands[0];
  // In front of the one command, which alone sees them. It has its words from elsewhere.
  if (command && isSimple(command))
    command.assignments.unshift(
      ...variables.map(([name, value]) => ({
        type: 'Assignment' as const,
        name,
        value: quoted(value),
        append: false,
        array: null,
      })),
    );
  return script;
}

function exporting(variables: Handed['variables']): ScriptNode['statements'][number] {
  const command: SimpleCommandNode = {
    type: 'SimpleCommand',
    assignments: [],
    name: { type: 'Word', parts: [{ type: 'Literal', value: 'export' }] },
    args: variables.map(([name, value]) => quoted(`${name}=${value}`)),
    redirections: [],
  };
  return {
    type: 'Statement',
    pipelines: [{ type: 'Pipeline', commands: [command], negated: false }],
    operators: [],
    background: false,
  };
}

function quoted(value: string): WordNode {
  return { type: 'Word', parts: [{ type: 'SingleQuoted', value }] };
}
