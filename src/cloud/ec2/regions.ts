// Regions and their zones. Source: aws-regions.

/** The letters of a region's zones; in the ids of zones the region is written shorter. */
interface Region {
  readonly zones: string;
  readonly short: string;
}

/** Those that every account may use. */
const REGIONS: Readonly<Record<string, Region>> = {
  'ap-south-1': { zones: 'abc', short: 'aps1' },
  'eu-north-1': { zones: 'abc', short: 'eun1' },
  'eu-west-3': { zones: 'abc', short: 'euw3' },
  'eu-west-2': { zones: 'abc', short: 'euw2' },
  'eu-west-1': { zones: 'abc', short: 'euw1' },
  'ap-northeast-3': { zones: 'abc', short: 'apne3' },
  'ap-northeast-2': { zones: 'abcd', short: 'apne2' },
  'ap-northeast-1': { zones: 'acd', short: 'apne1' },
  'ca-central-1': { zones: 'abd', short: 'cac1' },
  'sa-east-1': { zones: 'abc', short: 'sae1' },
  'ap-southeast-1': { zones: 'abc', short: 'apse1' },
  'ap-southeast-2': { zones: 'abc', short: 'apse2' },
  'eu-central-1': { zones: 'abc', short: 'euc1' },
  'us-east-1': { zones: 'abcdef', short: 'use1' },
  'us-east-2': { zones: 'abc', short: 'use2' },
  'us-west-1': { zones: 'ac', short: 'usw1' },
  'us-west-2': { zones: 'abcd', short: 'usw2' },
};

export const REGION_NAMES: readonly string[] = Object.keys(REGIONS);

/** Those that an account must ask for first. */
export const OPT_IN_REGIONS: readonly string[] = [
  ...['af-south-1', 'ap-east-1', 'ap-east-2', 'ap-south-2', 'ap-southeast-3', 'ap-southeast-4'],
  ...['ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'ca-west-1', 'eu-central-2', 'eu-south-1'],
  ...['eu-south-2', 'il-central-1', 'me-central-1', 'me-south-1', 'mx-central-1'],
];

/** `us-east-1` → `us-east-1a` and its fellows. A region that nobody knows has three. */
export function zonesOf(region: string): readonly string[] {
  return Array.from(REGIONS[region]?.zones ?? 'abc', (letter) => `${region}${letter}`);
}

/** `us-east-1a` → `use1-az1`. */
export function zoneId(zone: string): string {
  const region = zone.slice(0, -1);
  const place = zonesOf(region).indexOf(zone) + 1;
  return `${REGIONS[region]?.short ?? region.replaceAll('-', '')}-az${place}`;
}
