// Mutants that no test can notice, because nothing that can be seen changes. By file: the line as the mutant writes it → why.
export const EQUIVALENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
