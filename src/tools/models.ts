// `npm run models`: writes what the simulated services take and give into `src/cloud/models`. `-- --check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { modelOf } from './models/generate.ts';
import { SIMULATED } from './models/simulated.ts';

const check = process.argv.includes('--check');

for (const service of SIMULATED) {
  const file = `src/cloud/models/${service.command}.generated.json`;
  const text = `${JSON.stringify(modelOf(service, 'node_modules'))}\n`;
  if (!check) writeFileSync(file, text);
  else if (`${JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))}\n` !== text) {
    console.error(`${file} is stale: run \`npm run models\``);
    process.exitCode = 1;
  }
}
