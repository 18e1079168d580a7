// Mutants that no test can notice, because nothing that can be seen changes: `file: change` → why.
export const EQUIVALENT: Readonly<Record<string, string>> = {};
