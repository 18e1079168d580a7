// Finding analyzers, and the pairs of calls on them.
import type { BareRequest } from '../authorize.ts';
import { lookup, type Account } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { textOf, type Input, type Site } from '../operation.ts';
import type { Analyzer, AnalyzerState } from './state.ts';

const NOTHING: AnalyzerState = { analyzers: {} };

export function analyzersOf(account: Account): AnalyzerState {
  return account.analyzers ?? NOTHING;
}

export function analyzerArn(account: string, region: string, name: string): string {
  return `arn:aws:access-analyzer:${region}:${account}:analyzer/${name}`;
}

/** The pair of a call that is about no analyzer. */
export function onEverything(name: string): (site: Site) => readonly BareRequest[] {
  return ({ account, region }) => [
    { action: `access-analyzer:${name}`, on: `arn:aws:access-analyzer:${region}:${account.id}:*` },
  ];
}

export interface FoundAnalyzer {
  readonly arn: string;
  readonly analyzer: Analyzer;
}

/** The analyzer of an ARN. One belongs to its account and region. */
export function analyzerAt({ account, region }: Site, arn: string): FoundAnalyzer | Refused {
  const analyzer = lookup(analyzersOf(account).analyzers, arn);
  const name = arn.split('/').slice(1).join('/');
  return analyzer && arn === analyzerArn(account.id, region, name)
    ? { arn, analyzer }
    : fault('ResourceNotFoundException', `Analyzer not found: ${name}`);
}

/** The analyzer that a member of an input names. */
export function analyzerIn(site: Site, input: Input): FoundAnalyzer | Refused {
  const { account, region } = site;
  return analyzerAt(site, analyzerArn(account.id, region, textOf(input, 'analyzerName')));
}
