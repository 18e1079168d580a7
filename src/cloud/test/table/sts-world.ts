// What the rows of STS share: roles that trust, providers, and what providers issue.
import type { Cloud } from '../../index.ts';
import type { Input } from '../../operation.ts';
import { issueAssertion, issueToken, metadataOf, type Issued } from '../../services.ts';
import type { Step } from './row.ts';

export const OWN = '111122223333';
export const ROLE_ARN = `arn:aws:iam::${OWN}:role/Auditor`;
export const OIDC = `arn:aws:iam::${OWN}:oidc-provider/token.actions.githubusercontent.com`;
export const SAML = `arn:aws:iam::${OWN}:saml-provider/Corporate`;
export const SUBJECT = 'repo:acme/shop:ref:refs/heads/main';
const ISSUER = 'https://token.actions.githubusercontent.com';

/** A role that trusts a principal. */
export function role(Principal: object, Action: readonly string[], more: Input = {}): Step {
  const Statement = [{ Effect: 'Allow', Principal, Action }];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  return ['default', 'iam:CreateRole', { RoleName: 'Auditor', AssumeRolePolicyDocument, ...more }];
}

export const AUDITOR = role({ AWS: OWN }, ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity']);

export const GITHUB: readonly Step[] = [
  ['default', 'iam:CreateOpenIDConnectProvider', { Url: ISSUER, ClientIDList: ['sts.amazonaws.com'] }],
  [
    'default',
    'iam:CreateRole',
    {
      RoleName: 'Auditor',
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: OIDC },
            Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
            Condition: {
              StringEquals: {
                'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
                'token.actions.githubusercontent.com:sub': SUBJECT,
              },
            },
          },
        ],
      }),
    },
  ],
];

export const CORPORATE: readonly Step[] = [
  [
    'default',
    'iam:CreateSAMLProvider',
    (_, cloud) => ({ Name: 'Corporate', SAMLMetadataDocument: textOf(metadataOf(cloud, 'corporate')) }),
  ],
  role({ Federated: SAML }, ['sts:AssumeRoleWithSAML', 'sts:TagSession', 'sts:SetSourceIdentity']),
];

function textOf(issued: Issued): string {
  return 'text' in issued ? issued.text : issued.problem;
}

/** A token of the place where code is built. */
export function token(cloud: Cloud, more: Partial<Parameters<typeof issueToken>[1]> = {}): string {
  return textOf(
    issueToken(cloud, { issuer: ISSUER, audience: 'sts.amazonaws.com', subject: SUBJECT, ...more }),
  );
}

/** What is sent with a token. */
export function bearing(WebIdentityToken: string, more: Input = {}): Input {
  return { RoleArn: ROLE_ARN, RoleSessionName: 'gha-77', WebIdentityToken, ...more };
}

/** A response of the company's provider about Mei. */
export function response(
  cloud: Cloud,
  attributes: Readonly<Record<string, readonly string[]>> = {},
  roles = [{ role: ROLE_ARN, provider: SAML }],
): string {
  return textOf(issueAssertion(cloud, { provider: 'corporate', user: 'mei.tan', roles, attributes }));
}

/** What is sent with a response. */
export function vouched(SAMLAssertion: string, more: Input = {}): Input {
  return { RoleArn: ROLE_ARN, PrincipalArn: SAML, SAMLAssertion, ...more };
}

/** The same world some seconds later. */
export function later(cloud: Cloud, seconds: number): Cloud {
  return { ...cloud, time: cloud.time + seconds * 1000 };
}
