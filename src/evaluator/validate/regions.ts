// The Regions by name, as of November 2026. Source: aws-regions.

/** Area and direction, and how many there are of it. */
const COUNTS: Readonly<Record<string, number>> = {
  ...{ 'us-east': 2, 'us-west': 2, 'ca-central': 1, 'ca-west': 1, 'mx-central': 1, 'sa-east': 1 },
  ...{ 'eu-west': 3, 'eu-central': 2, 'eu-north': 1, 'eu-south': 2, 'eusc-de-east': 1 },
  ...{ 'ap-east': 2, 'ap-south': 2, 'ap-southeast': 7, 'ap-northeast': 3, 'cn-north': 1, 'cn-northwest': 1 },
  ...{ 'af-south': 1, 'il-central': 1, 'me-south': 1, 'me-central': 1, 'us-gov-east': 1, 'us-gov-west': 1 },
  ...{ 'us-iso-east': 1, 'us-iso-west': 1, 'us-isob-east': 1, 'us-isob-west': 1 },
  ...{ 'us-isof-south': 1, 'us-isof-east': 1, 'eu-isoe-west': 1 },
};

export const REGIONS: ReadonlySet<string> = new Set(
  Object.entries(COUNTS).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, i) => `${name}-${i + 1}`),
  ),
);

export function isRegion(name: string): boolean {
  return REGIONS.has(name);
}
