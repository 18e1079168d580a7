// Tokens of OIDC providers: who the bearer is, for whom, until when. The provider asks nobody before it issues one.
import { lookup, type Cloud, type Named } from '../cloud.ts';
import { sign, signingKey } from './keys.ts';
import { makeJwt } from './jwt.ts';
import type { Idp } from './state.ts';

export interface WantedToken {
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
  /** More claims, over those that follow from the subject. */
  readonly claims?: Named<unknown>;
  /** Seconds. */
  readonly lasts?: number;
}

/** What a provider gives, or why it gives nothing. */
export type Issued = { readonly text: string } | { readonly problem: string };

const LASTS = 300;

/** A signed token. */
export function issueToken(cloud: Cloud, wanted: WantedToken): Issued {
  const idp = idpOf(cloud, wanted.issuer);
  if (idp?.kind !== 'oidc') return { problem: `no OIDC provider is called \`${wanted.issuer}\`` };
  const now = Math.floor(cloud.time / 1000);
  const key = signingKey(cloud, idp.issuer);
  const claims = {
    iss: idp.issuer,
    sub: wanted.subject,
    aud: wanted.audience,
    iat: now,
    nbf: now,
    exp: now + (wanted.lasts ?? LASTS),
    ...claimsOf(idp, wanted.subject),
    ...wanted.claims,
  };
  const header = { typ: 'JWT', alg: 'ES256', kid: key.id };
  return { text: makeJwt(header, claims, (bytes) => sign(key, bytes)) };
}

/** The provider of a name, of an address, or of an address without `https://`. */
export function idpOf({ idps = {} }: Cloud, name: string): Idp | undefined {
  const bare = (address: string): string => address.replace(/^https:\/\//, '').replace(/\/$/, '');
  return lookup(idps, name) ?? Object.values(idps).find(({ issuer }) => bare(issuer) === bare(name));
}

const REPOSITORY = /^repo:([^/:]+)\/([^:]+):(?:ref:(.+)|environment:(.+)|(pull_request))$/;

/** Of somebody whom the provider knows, what it knows; of a repository, what its subject says. */
function claimsOf({ users }: Idp, subject: string): Named<unknown> {
  const user = lookup(users, subject);
  if (user) return { ...user.claims, ...(user.groups.length > 0 ? { groups: user.groups } : {}) };
  const found = REPOSITORY.exec(subject);
  if (!found) return {};
  const [, owner = '', repository = '', ref, environment, pull] = found;
  return {
    repository: `${owner}/${repository}`,
    repository_owner: owner,
    ref: ref ?? (pull === undefined ? 'refs/heads/main' : 'refs/pull/1/merge'),
    ...(environment === undefined ? {} : { environment }),
    event_name: pull ?? 'push',
    workflow: 'deploy',
    actor: owner,
    runner_environment: 'github-hosted',
  };
}
