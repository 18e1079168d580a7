// How far a document is mended: what is found in it, and whether it does what it was meant to do. Oskar asks.
import { decide, readDocument, type Decision, type Issue, type Layers } from '#evaluator';
import { validate } from '#evaluator/validate';
import type { Broken, Meant } from './broken.ts';

export interface Done extends Meant {
  readonly decision: Decision;
}

export interface Mended {
  readonly issues: readonly Issue[];
  readonly done: readonly Done[];
  /** No error is left, and every request comes out as it was meant to. */
  readonly whole: boolean;
}

const ACCOUNT = '111122223333';
const OSKAR = { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/oskar`, account: ACCOUNT } as const;

export function mendedBy({ kind, meant }: Broken, text: string): Mended {
  const issues = validate(text, kind);
  const document = readDocument(text, kind);
  const layers: Layers =
    kind === 'identity' ? { identity: [document] } : { identity: [], resource: document };
  const done = meant.map((one) => {
    const { action, resource } = one;
    const request = { principal: OSKAR, action, resource, resourceAccount: ACCOUNT, context: {} };
    return { ...one, decision: decide(request, layers).decision };
  });
  const isSound = issues.every(({ severity }) => severity !== 'ERROR');
  return { issues, done, whole: isSound && done.every(({ decision, gives }) => decision === gives) };
}
