// ValidatePolicy: the findings of a document, in the shape in which IAM Access Analyzer answers them.
import { messageOf, placesIn, type Issue, type PolicyKind } from '#evaluator';
import { validate, type Catalogue } from '#evaluator/validate';
import { fault } from '../fault.ts';
import { present, textOf, type Input, type Operation } from '../operation.ts';
import { pageOf } from '../paging.ts';
import { onEverything } from './analyzer.ts';

const KINDS: Readonly<Record<string, PolicyKind>> = {
  IDENTITY_POLICY: 'identity',
  RESOURCE_POLICY: 'resource',
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};
const TRUST = 'AWS::IAM::AssumeRolePolicyDocument';

/** A policy on a resource that speaks of nothing but taking a role is a role's. Source: api-access-analyzer. */
function kindOf(input: Input, text: string): PolicyKind {
  if (textOf(input, 'validatePolicyResourceType') === TRUST) return 'trust';
  const kind = KINDS[textOf(input, 'policyType')] ?? 'identity';
  const isTrust = kind === 'resource' && /"sts:\w+"/i.test(text) && !/"(?:Not)?Resource"/.test(text);
  return isTrust ? 'trust' : kind;
}

const PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html';

function linkTo({ severity, code }: Issue): string {
  const check = `${severity}-${code}`.toLowerCase().replaceAll('_', '-');
  return `${PAGE}#access-analyzer-reference-policy-checks-${check}`;
}

/** `Statement[1].Action` step by step. */
function pathOf(path: string): readonly object[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, value]) =>
    index === undefined ? { value } : { index: Number(index) },
  );
}

/** @param catalogue of AWS's services; without it nothing is said about which services, actions and keys exist */
export function validatePolicy(catalogue: () => Catalogue | undefined): Operation {
  return {
    name: 'access-analyzer:ValidatePolicy',
    needs: onEverything('ValidatePolicy'),
    run: ({ cloud }, input) => {
      const text = textOf(input, 'policyDocument');
      const placeOf = placesIn(text);
      const positionOf = (offset: number): object => {
        const { line, column } = placeOf(offset);
        return { line, column: column - 1, offset };
      };
      const all = validate(text, kindOf(input, text), catalogue()).map((issue) => ({
        findingDetails: messageOf(issue),
        findingType: issue.severity,
        issueCode: issue.code,
        learnMoreLink: linkTo(issue),
        locations: [
          {
            path: pathOf(issue.path),
            span: { start: positionOf(issue.range.start), end: positionOf(issue.range.end) },
          },
        ],
      }));
      const page = pageOf(input, all, { size: 'maxResults', token: 'nextToken', most: 1000 });
      return page
        ? { cloud, reply: present({ findings: page.items, nextToken: page.next }) }
        : fault('ValidationException', 'Invalid nextToken.');
    },
  };
}
