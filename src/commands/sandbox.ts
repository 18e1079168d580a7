// The door `npm run --silent sandbox`: a shell on a simulated account. With a terminal one types, with a pipe a script runs.
import { parseArgs } from 'node:util';
import { openServices } from '#cloud/services';
import { learnersComputer, openTerminal, simulate } from '#terminal';
import { loadCatalogue } from '#course/catalogue';
import { openScenario, scenarioNames } from './sandbox/scenarios.ts';
import { runScript } from './sandbox/script.ts';
import { talk } from './sandbox/talk.ts';

const catalogue = (): ReturnType<typeof loadCatalogue> => loadCatalogue('.');

process.exitCode = await sandbox();

async function sandbox(): Promise<number> {
  const read = options();
  if ('why' in read) return refused(read.why);
  const { scenario, as, list } = read;
  if (list) {
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
  const simulation = simulate(cloud, openServices(catalogue));
  const shell = openTerminal({ simulation, computer: learnersComputer(region, all) });
  return process.stdin.isTTY ? talk(shell) : runScript(shell);
}

interface Options {
  readonly scenario: string;
  readonly as: string | undefined;
  readonly list: boolean;
}

function options(): Options | { readonly why: string } {
  try {
    const { values, positionals } = parseArgs({
      options: { as: { type: 'string' }, list: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [scenario = 'blank', ...more] = positionals;
    if (more.length > 0) return { why: 'one scenario at a time' };
    return { scenario, as: values.as, list: values.list === true };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

function refused(message: string): number {
  console.error(`sandbox: ${message}`);
  return 2;
}
