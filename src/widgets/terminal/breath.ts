// Lets the page draw and hear while a script runs: whoever works long asks now and then.

/** Milliseconds for which a page may be deaf. */
const LONGEST = 50;

let last = 0;

/** Is done at once while the page has just had a turn, and otherwise after its next one. */
export async function breath(): Promise<void> {
  if (performance.now() - last < LONGEST) return;
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  last = performance.now();
}
