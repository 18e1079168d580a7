// GetWebIdentityToken: a token by which somebody of the account is known to services outside. It opens nothing in AWS.
import { p384 } from '@noble/curves/nist.js';
import { sha384 } from '@noble/hashes/sha2.js';
import { utf8 } from '../bytes.ts';
import { isoTime } from '../context.ts';
import { fault } from '../fault.ts';
import { issueUuid } from '../ids.ts';
import { makeJwt } from '../idp/jwt.ts';
import { RSA_KEY_ID, rsaSign } from '../idp/rsa.ts';
import { numberOf, textOf, textsOf, type Input, type Operation, type Site } from '../operation.ts';
import { organizationOf } from '../organization.ts';
import { requestTagKeys, tagsIn } from '../tags.ts';

const FIVE_MINUTES = 300;
/** Characters of the claims. */
const LARGEST = 5_120;

interface Signer {
  readonly kid: string;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

function signerOf({ cloud, account }: Site, algorithm: string): Signer {
  if (algorithm === 'RS256') return { kid: `RSA_${RSA_KEY_ID}`, sign: rsaSign };
  const secret = sha384(utf8(`${cloud.seed} outbound ${account.id}`));
  return { kid: `EC384_${account.id}`, sign: (bytes) => p384.sign(bytes, secret) };
}

/** Who it is, in the words of the token: a session counts as its role. Source: api-sts. */
function claimsOf({ cloud, account, session, region }: Site, input: Input, jti: string): Input {
  const { principal } = session;
  const organization = organizationOf(cloud, account.id);
  const now = Math.floor(cloud.time / 1000);
  const audience = textsOf(input, 'Audience');
  const tags = tagsIn(input);
  return {
    aud: audience.length === 1 ? audience[0] : audience,
    sub: principal.roleArn ?? principal.arn,
    'https://sts.amazonaws.com/': {
      aws_account: account.id,
      source_region: region,
      ...(organization ? { org_id: organization.id } : {}),
      principal_id: principal.roleArn ?? principal.arn,
      ...(Object.keys(session.tags ?? {}).length > 0 ? { principal_tags: session.tags } : {}),
      ...(Object.keys(tags).length > 0 ? { request_tags: tags } : {}),
    },
    iss: account.iam?.outbound?.issuer,
    exp: now + (numberOf(input, 'DurationSeconds') ?? FIVE_MINUTES),
    iat: now,
    jti,
  };
}

export const GET_WEB_IDENTITY_TOKEN: Operation = {
  name: 'sts:GetWebIdentityToken',
  formFirst: true,
  needs: ({ account }, input) => {
    const tags = tagsIn(input);
    const on = `arn:aws:sts::${account.id}:self`;
    const context = {
      'sts:IdentityTokenAudience': textsOf(input, 'Audience'),
      'sts:SigningAlgorithm': textOf(input, 'SigningAlgorithm'),
      'sts:DurationSeconds': String(numberOf(input, 'DurationSeconds') ?? FIVE_MINUTES),
      ...requestTagKeys(tags),
    };
    return [
      { action: 'sts:GetWebIdentityToken', on, context },
      ...(Object.keys(tags).length > 0 ? [{ action: 'sts:TagGetWebIdentityToken', on, context }] : []),
    ];
  },
  run: (site, input) => {
    const { cloud, account, session } = site;
    if (account.iam?.outbound?.enabled !== true)
      return fault(
        'OutboundWebIdentityFederationDisabledException',
        'Outbound web identity federation is disabled for this account.',
      );
    const algorithm = textOf(input, 'SigningAlgorithm');
    if (algorithm !== 'RS256' && algorithm !== 'ES384')
      return fault('ValidationError', `Signing algorithm ${algorithm} is not supported. Use RS256 or ES384.`);
    const expires = cloud.time + (numberOf(input, 'DurationSeconds') ?? FIVE_MINUTES) * 1000;
    if (session.expires !== undefined && expires > session.expires)
      return fault(
        'SessionDurationEscalationException',
        `The requested token would expire after the calling session, which ends at ${isoTime(session.expires)}.`,
      );
    const issued = issueUuid(cloud);
    const claims = claimsOf(site, input, issued.id);
    if (JSON.stringify(claims).length > LARGEST)
      return fault(
        'JWTPayloadSizeExceededException',
        'The requested token payload size exceeds the maximum allowed size.',
      );
    const { kid, sign } = signerOf(site, algorithm);
    const token = makeJwt({ kid, typ: 'JWT', alg: algorithm }, claims, sign);
    return { cloud: issued.cloud, reply: { WebIdentityToken: token, Expiration: expires } };
  },
};
