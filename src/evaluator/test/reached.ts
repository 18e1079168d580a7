// The numbers of the functions that were entered, where the text of the evaluator was marked so that each says so. Whoever
// wants to know of those that run while modules are loaded imports this module first.
export const reached = new Set<number>();
Object.assign(globalThis, { reach: (id: number) => reached.add(id) });
