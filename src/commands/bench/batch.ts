// A batch of the same work, in either process: how often it is done in a second of processor time, so that what else the
// machine does changes little.

/** Calls in a second of processor time, measured over so many milliseconds of the clock. */
export function batch(work: () => unknown, milliseconds: number): number {
  const end = performance.now() + milliseconds;
  const before = process.cpuUsage();
  let calls = 0;
  do {
    work();
    calls += 1;
  } while (performance.now() < end);
  return perSecond(calls, before);
}

/** The same for work that is waited for. */
export async function batchOfPromises(work: () => Promise<unknown>, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  const before = process.cpuUsage();
  let calls = 0;
  do {
    await work();
    calls += 1;
  } while (performance.now() < end);
  return perSecond(calls, before);
}

function perSecond(calls: number, before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (calls * 1e6) / (user + system);
}
