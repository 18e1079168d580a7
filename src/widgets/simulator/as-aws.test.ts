import { describe, expect, it } from 'vitest';
import { written } from './as-aws.ts';
import { BLANK, STARTERS } from './starters.ts';

const read = (text: string | undefined): unknown => JSON.parse(text ?? 'null');

describe('a situation written', () => {
  it('as a line is one line', () => {
    expect(written(STARTERS.everyLayer, 'line')).toMatch(/^\{.*\}\n$/);
  });

  it('as the policy simulator answers, names the policies as the page does', () => {
    expect(read(written(STARTERS.aDenyWins, 'simulator'))).toMatchObject({
      EvaluationResults: [
        {
          EvalDecision: 'explicitDeny',
          MatchedStatements: [{ SourcePolicyId: 'bucket tern-timetables', SourcePolicyType: 'resource' }],
        },
      ],
    });
  });

  it('as authorization details, says what each policy is attached to', () => {
    expect(read(written(STARTERS.aCeiling, 'authorization'))).toMatchObject({
      evaluations: [{ evaluatedEffect: 'IMPLICIT_DENY' }],
      policies: [
        { uri: 'policy:identity/developers', attachedTo: [BLANK.caller.arn] },
        { uri: 'policy:boundary/FirstWeek', type: 'PERMISSIONS_BOUNDARY' },
      ],
    });
  });

  it('as an answer is nothing where nothing is decided', () => {
    expect(written({ ...BLANK, action: '' }, 'simulator')).toBeUndefined();
  });
});
