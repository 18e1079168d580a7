// Identity providers outside AWS, as a world has them: who they are and whom they know.
import type { Named } from '../cloud.ts';

export interface Idp {
  readonly kind: 'oidc' | 'saml';
  /** The address of an OIDC provider, with `https://`; the entity id of a SAML provider. */
  readonly issuer: string;
  /** Of a certificate that no public authority vouches for: IAM must know its thumbprint. */
  readonly thumbprint?: string | undefined;
  readonly users: Named<IdpUser>;
}

export interface IdpUser {
  readonly groups: readonly string[];
  /** Claims of its tokens, attributes of its assertions. */
  readonly claims: Named<string>;
}

/** What the blank world has: a place where code is built, and a company with its people. */
export const USUAL_IDPS: Named<Idp> = {
  github: { kind: 'oidc', issuer: 'https://token.actions.githubusercontent.com', users: {} },
  corporate: {
    kind: 'saml',
    issuer: 'https://idp.example.com/saml/metadata',
    users: {
      'mei.tan': { groups: ['developers'], claims: { mail: 'mei.tan@example.com', cn: 'Mei Tan' } },
      'oskar.w': { groups: ['auditors'], claims: { mail: 'oskar.w@example.com', cn: 'Oskar W' } },
    },
  },
};
