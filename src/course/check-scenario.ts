// What no schema can see in a scenario: names that are not in its world, and policies that do not parse.
import { messageOf, placeOf } from '#evaluator';
import { validate } from '#evaluator/validate';
import { documentsOf, faultsOf, type StoredDocument, type WorldFault } from '#cloud';
import { checkExpectationIn, type Path, type Report } from './check-expectation.ts';
import { checkLab } from './check-lab.ts';
import type { Scenario } from './content.ts';
import { cloudOf } from './pages.ts';

/** Where a name of a world was looked for. */
const AMONG: Readonly<Record<WorldFault['among'], string>> = {
  account: 'in this account',
  organization: 'in this organization; what lies above stands first',
  world: 'in this world, or another organization has it',
};

export function checkScenario(scenario: Scenario, report: Report): void {
  const faults = faultsOf(scenario.world);
  for (const fault of faults)
    report(['world', ...fault.path], `there is no \`${fault.missing}\` ${AMONG[fault.among]}`);
  if (faults.length > 0) return;
  const cloud = cloudOf(scenario);
  for (const document of documentsOf(cloud)) checkPolicy(scenario, document, report);
  scenario.proves.forEach((expectation, i) => {
    checkExpectationIn(cloud, expectation, ['proves', i], report);
  });
  if (scenario.lab) checkLab(cloud, scenario.lab, report);
}

function checkPolicy({ world }: Scenario, document: StoredDocument, report: Report): void {
  const { text, kind } = document;
  for (const issue of validate(text, kind)) {
    if (issue.severity !== 'ERROR') continue;
    const { line, column } = placeOf(text, issue.range.start);
    report(
      fieldOf(world, document),
      `line ${line} column ${column} of the policy: ${messageOf(issue)}`,
      line,
    );
  }
}

/** Where a scenario says a document. */
function fieldOf(world: Scenario['world'], { id: documentId, owner }: StoredDocument): Path {
  const own = documentId.startsWith(`${owner}/`) ? documentId.slice(owner.length + 1) : documentId;
  const [kind = '', name = '', part = '', policy = ''] = own.split('/');
  if (kind === 'org') return ['world', 'organizations', owner, name, part];
  const [key] = Object.entries(world.accounts[owner]?.keys ?? {}).find(([, { id }]) => id === part) ?? [];
  const inline = part === 'inline' ? ['policies', policy] : [part];
  const place =
    key !== undefined
      ? ['keys', key, 'policy']
      : kind === 'policy'
        ? ['policies', name]
        : [`${kind}s`, name, ...inline];
  return ['world', 'accounts', owner, ...place];
}
