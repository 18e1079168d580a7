// The CSV file in which somebody gets access keys. It is read and nothing else.

export interface ImportedKey {
  readonly user: string;
  readonly id: string;
  readonly secret: string;
}

const HEADERS = ['User Name', 'Access Key ID', 'Secret Access key'] as const;

/** @returns the keys, or why there are none. With `skip`, rows without a key are left out. Source: cli-source. */
export function importCsv(
  csv: string,
  skip: boolean,
): { readonly keys: readonly ImportedKey[] } | { readonly why: string } {
  if (csv.trim() === '') return { why: 'Provided CSV contains no contents' };
  const [header = '', ...rows] = csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/);
  const names = header.split(',').map((name) => name.trim().toLowerCase());
  const missing = HEADERS.find((name) => !names.includes(name.toLowerCase()));
  if (missing !== undefined) return { why: `Expected header "${missing}" not found` };
  const keys: ImportedKey[] = [];
  for (const [index, row] of rows.entries()) {
    const cells = row.split(',').map((cell) => cell.trim());
    const [user = '', id = '', secret = ''] = HEADERS.map(
      (name) => cells[names.indexOf(name.toLowerCase())] ?? '',
    );
    const empty = [user, id, secret].indexOf('');
    if (empty === -1) keys.push({ user, id, secret });
    else if (!skip)
      return {
        why: `Failed to parse entry #${index + 1}: Row missing value for header "${HEADERS[empty] ?? ''}"`,
      };
  }
  return { keys };
}
