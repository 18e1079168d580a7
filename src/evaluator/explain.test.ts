import { describe, expect, it } from 'vitest';
import { decide, decideAll, errorText, explain, readDocument, type Layers, type Request } from './index.ts';

const SAM: Request = {
  principal: { type: 'user', arn: 'arn:aws:iam::111122223333:user/sam', account: '111122223333' },
  action: 's3:DeleteObject',
  resource: 'arn:aws:s3:::tern-timetables/winter.csv',
  resourceAccount: '111122223333',
  context: {},
};

const policy = (kind: 'identity' | 'resource' | 'boundary' | 'trust', ...statements: readonly object[]) =>
  readDocument(JSON.stringify({ Version: '2012-10-17', Statement: statements }), kind);
const allow = { Sid: 'Work', Effect: 'Allow', Action: 's3:*', Resource: '*' };

function told(layers: Layers, asked = SAM): { sentences: readonly string[]; line: string | null } {
  const verdict = decide(asked, layers);
  return { sentences: explain(verdict), line: errorText(verdict) };
}

const WHO = `User: ${SAM.principal.arn} is not authorized to perform: s3:DeleteObject on resource: ${SAM.resource}`;

describe('a verdict in words', () => {
  it('[explicit-deny-wins] names every statement that denies, and AWS names the kind of policy', () => {
    const deny = { Sid: 'Keep', Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject', Resource: '*' };
    const { sentences, line } = told({
      identity: [policy('identity', allow)],
      resource: policy('resource', deny),
    });
    expect(sentences).toEqual([
      'Denied, in so many words.',
      'Statement 1 (Keep) of resource policy 1 denies it: its Deny matches.',
      'Statement 1 (Work) of identity policy 1 allows it.',
    ]);
    expect(line).toBe(`${WHO} with an explicit deny in a resource-based policy`);
  });

  it('[identity-policies-add-up] tells a near miss and what did not match', () => {
    const elsewhere = { ...allow, Resource: 'arn:aws:s3:::tern-archive/*' };
    const { sentences, line } = told({ identity: [policy('identity', elsewhere)] });
    expect(sentences).toEqual([
      'Denied, because nobody allows it.',
      'No Deny statement matches.',
      'No identity policy allows it.',
      'Statement 1 (Work) of identity policy 1 matches the action, but not the resource.',
    ]);
    expect(line).toBe(`${WHO} because no identity-based policy allows the s3:DeleteObject action`);
  });

  it('[boundary-is-a-ceiling] names the boundary when it alone is in the way', () => {
    const { sentences, line } = told({
      identity: [policy('identity', allow)],
      boundary: policy('boundary', { Effect: 'Allow', Action: 'ec2:*', Resource: '*' }),
    });
    expect(sentences.at(-1)).toBe('The permissions boundary does not allow it.');
    expect(line).toBe(`${WHO} because no permissions boundary allows the s3:DeleteObject action`);
  });

  it('[role-trust-must-name-you] names the trust policy', () => {
    const asked = { ...SAM, action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/bookings' };
    const trust = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
    const { line } = told(
      { identity: [policy('identity', { ...allow, Action: '*' })], resource: policy('trust', trust) },
      asked,
    );
    expect(line).toContain('because no role trust policy allows the sts:AssumeRole action');
  });

  it('[request-is-decided] has no error line when it is allowed', () => {
    const { sentences, line } = told({ identity: [policy('identity', allow)] });
    expect(sentences[0]).toBe('Allowed.');
    expect(line).toBeNull();
  });

  it('[every-pair-must-pass] tells each pair, and AWS the first that is refused', () => {
    const parts = ['s3:GetObject', 's3:DeleteObject', 's3:PutObject'].map((action) => ({
      request: { ...SAM, action },
      layers: { identity: [policy('identity', { ...allow, Action: 's3:GetObject' })] },
    }));
    const verdict = decideAll(parts);
    expect(explain(verdict).filter((sentence) => sentence.startsWith('The call asks'))).toHaveLength(3);
    expect(errorText(verdict)).toBe(
      `${WHO} because no identity-based policy allows the s3:DeleteObject action`,
    );
  });
});
