// The door `npm run --silent sandbox`: a shell on a simulated account. With a terminal one types, with a pipe a script runs.
import { parseArgs } from 'node:util';
import { learnersComputer, openTerminal, simulate } from '#terminal';
import { openScenario, scenarioNames } from './sandbox/scenarios.ts';
import { runScript } from './sandbox/script.ts';
import { talk } from './sandbox/talk.ts';

const { values, positionals } = parseArgs({
  options: { as: { type: 'string' }, list: { type: 'boolean' } },
  allowPositionals: true,
});

process.exitCode = await sandbox(positionals[0] ?? 'blank', values.as);

async function sandbox(scenario: string, as: string | undefined): Promise<number> {
  if (values.list === true) {
    for (const name of scenarioNames()) console.log(name);
    return 0;
  }
  if (!scenarioNames().includes(scenario))
    return refused(`there is no scenario \`${scenario}\`. \`--list\` lists them`);
  const { cloud, region, profiles } = await openScenario(scenario);
  const chosen = profiles.find(({ name }) => name === (as ?? 'default'));
  if (as !== undefined && !chosen) {
    const names = profiles.map(({ name }) => `\`${name}\``).join(', ');
    return refused(`there is no profile \`${as}\` in \`${scenario}\`. There are ${names}`);
  }
  const others = profiles.filter(({ name }) => name !== 'default');
  const all = chosen ? [{ ...chosen, name: 'default' }, ...others] : others;
  const shell = openTerminal({ simulation: simulate(cloud), computer: learnersComputer(region, all) });
  return process.stdin.isTTY ? talk(shell) : runScript(shell);
}

function refused(message: string): number {
  console.error(`sandbox: ${message}`);
  return 2;
}
