// `trap`: what is to be done when the shell ends. Signals never come here, so only EXIT is ever carried out.
import { failed, said, type ShellCommand } from '../command.ts';

const SIGNALS = [
  'EXIT',
  'ERR',
  'DEBUG',
  'RETURN',
  'HUP',
  'INT',
  'QUIT',
  'TERM',
  'USR1',
  'USR2',
  'PIPE',
  'ALRM',
];

/** @param traps what to do, by signal; the command writes into it */
export function trapCommand(traps: Map<string, string>): ShellCommand {
  return {
    name: 'trap',
    run: (args) => {
      const words = args[0] === '--' ? args.slice(1) : args;
      if (words.length === 0 || words[0] === '-p')
        return said([...traps].map(([signal, text]) => `trap -- '${text}' ${signal}\n`).join(''));
      const [text = '', ...names] = words.length === 1 ? ['-', ...words] : words;
      const signals = names.map(signalOf);
      const unknown = names.find((_, index) => signals[index] === undefined);
      if (unknown !== undefined) return failed(1, `bash: trap: ${unknown}: invalid signal specification`);
      for (const signal of signals) {
        if (signal === undefined) continue;
        if (text === '-') traps.delete(signal);
        else traps.set(signal, text);
      }
      return said('');
    },
  };
}

function signalOf(name: string): string | undefined {
  if (name === '0') return 'EXIT';
  const plain = name.toUpperCase().replace(/^SIG/, '');
  return SIGNALS.includes(plain) || /^\d+$/.test(name) ? plain : undefined;
}
