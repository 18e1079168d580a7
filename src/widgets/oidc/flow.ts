// A token of a pipeline on its way to a role: issued by the provider, perhaps changed, brought to STS. The cloud decides.
import { openCloud, writeDocument, type Cloud } from '#cloud';
import { callAs, FEDERATION, issueToken, parseJwt, withClaims } from '#cloud/federation';
import { broughtBy, type Brought } from './brought.ts';

const ACCOUNT = '111122223333';
const HOST = 'token.actions.githubusercontent.com';
const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/${HOST}`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/Publish`;
/** The trust policy, by its name in the cloud. */
export const TRUST = 'role/Publish/trust';

/** About whom the provider makes tokens. */
export const SUBJECTS = {
  main: 'repo:tern-ferries/timetables:ref:refs/heads/main',
  pull: 'repo:tern-ferries/timetables:pull_request',
  copy: 'repo:skua-lines/timetables:ref:refs/heads/main',
} as const;
export type SubjectName = keyof typeof SUBJECTS;

export const AUDIENCES = ['sts.amazonaws.com', 'https://github.com/tern-ferries'] as const;

/** Seconds between the issue of a token and the call. */
export const WAITS = [0, 600] as const;

const trusting = (condition: object): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: PROVIDER },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: condition,
        },
      ],
    },
    undefined,
    2,
  );

/** Trust policies to begin with. */
export const TRUSTS = {
  star: trusting({ StringLike: { [`${HOST}:sub`]: 'repo:tern-ferries/timetables:*' } }),
  subject: trusting({ StringEquals: { [`${HOST}:sub`]: SUBJECTS.main } }),
  both: trusting({ StringEquals: { [`${HOST}:sub`]: SUBJECTS.main, [`${HOST}:aud`]: AUDIENCES[0] } }),
} as const;

function opened(): Cloud {
  const cloud = openCloud({
    time: Date.UTC(2026, 10, 26, 9),
    seed: 750,
    accounts: { [ACCOUNT]: { region: 'eu-west-1', users: {}, roles: { Publish: { trust: TRUSTS.star } } } },
    idps: { github: { kind: 'oidc', issuer: `https://${HOST}`, users: {} } },
  });
  const account = cloud.accounts[ACCOUNT];
  if (!account) return cloud;
  const provider = { url: HOST, clients: [...AUDIENCES], thumbprints: [], created: cloud.time, tags: {} };
  const iam = { ...account.iam, oidc: { [PROVIDER]: provider } };
  return { ...cloud, accounts: { ...cloud.accounts, [ACCOUNT]: { ...account, iam } } };
}

export const BEGINNING = opened();

/** A token as the provider signs it. */
export function issued(subject: SubjectName, audience: string): string {
  const answer = issueToken(BEGINNING, { issuer: HOST, subject: SUBJECTS[subject], audience });
  return 'text' in answer ? answer.text : '';
}

/** What a token says, to read and to change. */
export function claimsIn(token: string): string {
  return JSON.stringify(parseJwt(token)?.claims ?? {}, undefined, 2);
}

/** The token with the claims that somebody wrote; nothing when they are no JSON object. */
export function rewritten(token: string, claims: string): string | undefined {
  try {
    const value: unknown = JSON.parse(claims);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return withClaims(token, { ...value });
  } catch {
    return undefined;
  }
}

/** What STS answers to a token that is brought some seconds after its issue. */
export function brought(token: string, trust: string, waited: number): Brought {
  const written = writeDocument(BEGINNING, TRUST, trust);
  const outcome = callAs(
    { ...written, time: written.time + waited * 1000 },
    undefined,
    {
      operation: 'sts:AssumeRoleWithWebIdentity',
      region: 'eu-west-1',
      input: { RoleArn: ROLE, RoleSessionName: 'pipeline', WebIdentityToken: token },
    },
    FEDERATION,
  );
  return broughtBy(outcome);
}
