// The proof of answers that are made: the key solves it, what is nearly right does not, and what is wrong is said.
import { documentsOf } from '#cloud';
import { KINDS } from '#exam';
import { failuresAt, type Failure } from '../failure.ts';
import { worldOfFull, type FullQuestion } from '../pages.ts';
import type { Spec } from '../worlds/index.ts';
import { faultsOf } from './choice.ts';
import { pointsOf } from './points.ts';

/** Requests that a builder may spell out at most: all of them are tried. */
const MOST = 5000;

export async function proveFix(
  full: FullQuestion,
  spec: Spec & { kind: 'policy-fix' },
): Promise<readonly Failure[]> {
  const staysDenied = spec.claims.filter(({ expects }) => expects.gives !== 'allowed').map(({ id }) => id);
  const faults = await faultsOf(full, full.key);
  const failures = [
    ...failuresAt(
      ['key'],
      faults.map((reason) => `the solution: ${reason}`),
    ),
  ];
  let overGrants = false;
  for (const [i, near] of spec.near.entries()) {
    const after = await worldOfFull(full).after(near.answer);
    const missed = full.question.claims.filter((claim) => !after.holds(claim).holds);
    if ((await pointsOf(full, near.answer)) > 0) failures.push(...failuresAt(['near', i], ['it is right']));
    overGrants ||= missed.length > 0 && missed.every((claim) => staysDenied.includes(claim));
    const actions = spec.claims
      .filter(({ id }) => missed.includes(id))
      .map(({ expects }) => expects.asks?.action ?? expects.calls?.operation ?? '');
    if (missed.length > 0 && !actions.some((action) => near.fails.includes(`\`${action}\``)))
      failures.push(
        ...failuresAt(['near', i, 'fails'], [`it names none of ${actions.join(', ')} in backticks`]),
      );
  }
  const tooWide = faults.length === 0 ? withEverything(full, spec) : undefined;
  return [
    ...failures,
    ...failuresAt(
      ['claims'],
      tooWide !== undefined && (await pointsOf(full, tooWide)) > 0
        ? ['the solution with everything allowed besides is right as well']
        : [],
    ),
    ...failuresAt(
      ['near'],
      overGrants ? [] : ['nothing of it grants too much and is refused for that alone'],
    ),
  ];
}

/** What lets through all that a document of a sort can let through. */
const EVERYTHING: Readonly<Record<string, object>> = {
  identity: { Action: '*', Resource: '*' },
  boundary: { Action: '*', Resource: '*' },
  resource: { Principal: '*', Action: '*', Resource: '*' },
  trust: { Principal: '*', Action: 'sts:AssumeRole' },
};

/** The solution and a statement that allows everything; `undefined` where the sort of document grants nothing. */
function withEverything(
  { cloud }: FullQuestion,
  { document, key }: Spec & { kind: 'policy-fix' },
): string | undefined {
  const everything = EVERYTHING[documentsOf(cloud).find(({ id }) => id === document)?.kind ?? ''];
  if (!everything) return undefined;
  const { Statement, ...rest } = JSON.parse(key) as { readonly Statement: object | readonly object[] };
  return JSON.stringify({ ...rest, Statement: [Statement, { Effect: 'Allow', ...everything }].flat() });
}

export async function proveRequest(
  full: FullQuestion,
  spec: Spec & { kind: 'request-builder' },
): Promise<readonly Failure[]> {
  const { asked } = full.question;
  if (asked.kind !== 'request-builder') return [];
  const all = asked.fields.reduce<readonly Record<string, string>[]>(
    (rows, { id, choices }) => rows.flatMap((row) => choices.map((choice) => ({ ...row, [id]: choice.id }))),
    [{}],
  );
  if (all.length > MOST) return failuresAt(['fields'], [`${all.length} requests, ${MOST} at most`]);
  let right = 0;
  for (const answer of all) right += await pointsOf(full, answer);
  const near: Failure[] = [];
  for (const [i, { answer }] of spec.near.entries()) {
    const read = KINDS['request-builder'].read(asked, answer);
    if (!KINDS['request-builder'].complete(asked, read))
      near.push(...failuresAt(['near', i], ['it is no complete request']));
    if ((await pointsOf(full, answer)) > 0) near.push(...failuresAt(['near', i], ['it is right']));
  }
  return [
    ...failuresAt(
      ['key'],
      (await faultsOf(full, full.key)).map((reason) => `the key: ${reason}`),
    ),
    ...failuresAt(
      ['fields'],
      right * 3 > all.length ? [`${right} of ${all.length} requests are right: too many`] : [],
    ),
    ...near,
  ];
}

export async function proveOperate(spec: Spec & { kind: 'operate' }): Promise<readonly Failure[]> {
  const { leftOpen } = await import('../operate.ts');
  const given = await leftOpen(spec, ':').catch((error: unknown) => String(error));
  if (typeof given === 'string') return failuresAt(['setup'], [given]);
  const left = await leftOpen(spec, spec.key);
  const failures = [
    ...failuresAt(['checks'], given.length === 0 ? ['every check holds before anything is done'] : []),
    ...failuresAt(
      ['key'],
      left.map((id) => `it leaves \`${id}\` open`),
    ),
  ];
  for (const [i, { script, fails }] of spec.lazy.entries()) {
    const missed = await leftOpen(spec, script);
    if (missed.toSorted().join() !== [...fails].toSorted().join())
      failures.push(
        ...failuresAt(
          ['lazy', i, 'fails'],
          [`it says ${fails.join(', ')}, the account says ${missed.join(', ') || 'none'}`],
        ),
      );
  }
  return failures;
}
