// `astro`, for every command of the project: nothing is told to anybody about who runs it.
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';

/** Starts `astro` as npm finds it. */
export function astro(
  command: readonly string[],
  stdio: StdioOptions,
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  return spawn('astro', command, {
    env: { ...process.env, ...env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio,
  });
}

if (import.meta.main) {
  astro(process.argv.slice(2), 'inherit').once('close', (code) => {
    process.exitCode = code ?? 1;
  });
}
