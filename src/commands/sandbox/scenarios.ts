// The worlds in which a sandbox opens: the blank one, and those of the course.
import { readdirSync } from 'node:fs';
import type { Cloud } from '#cloud';
import { blankWorld, profilesOf } from '#cloud/services';
import type { ProfileKey } from '#terminal';
import { everybodyIn } from './everybody.ts';

export interface Opened {
  readonly cloud: Cloud;
  readonly region: string;
  /** The one that counts when none is named is called `default`. */
  readonly profiles: readonly ProfileKey[];
}

const FOLDER = 'content/scenarios';

export function scenarioNames(): readonly string[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  return ['blank', ...files.map((name) => name.replace('.yaml', '')).toSorted()];
}

export async function openScenario(name: string): Promise<Opened> {
  if (name === 'blank') {
    const cloud = blankWorld();
    const profiles = profilesOf(cloud).map(({ name: profile, key }) => ({
      name: profile,
      accessKeyId: key.id,
      secretAccessKey: key.secret,
    }));
    return { cloud, region: 'us-east-1', profiles };
  }
  const { loadContent } = await import('#course/load');
  const scenario = loadContent('.').content.scenarios.get(name);
  if (!scenario) throw new Error(`${FOLDER}/${name}.yaml is no scenario: \`npm run prove\` says why`);
  return everybodyIn(scenario.world);
}
