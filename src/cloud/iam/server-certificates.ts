// Server certificates: uploaded with their keys, read without them, renamed, tagged, deleted. Source: api-iam.
import type { BareRequest } from '../authorize.ts';
import { iamArn, without, type Account } from '../cloud.ts';
import { fault, isRefused, overQuota, type Refused } from '../fault.ts';
import { issueId } from '../ids.ts';
import { present, textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { requestTagKeys, tagList, tagsIn } from '../tags.ts';
import { isChain, isKeyOf, parseCertificate, parsePrivateKey } from './certificate.ts';
import { answered, changed } from './changed.ts';
import { found, isTaken, isUnder, page } from './found.ts';
import type { ServerCertificate } from './state.ts';
import { tagOperations } from './tag-operations.ts';
import { withMoreTags } from './tagging.ts';

/** Source: ug-quotas. */
const MOST = 20;

const kept = (account: Account): Readonly<Record<string, ServerCertificate>> =>
  account.iam?.certificates ?? {};

function withCertificates(
  account: Account,
  certificates: Readonly<Record<string, ServerCertificate>>,
): Account {
  return { ...account, iam: { ...account.iam, certificates } };
}

export function certificateArn(account: Account, name: string, path = '/'): string {
  const known = found(kept(account), name);
  return iamArn(account.id, 'server-certificate', known?.is.path ?? path, known?.name ?? name);
}

function onCertificate(action: string, { account }: Site, input: Input): BareRequest {
  return { action, on: certificateArn(account, textOf(input, 'ServerCertificateName')) };
}

interface Found {
  readonly name: string;
  readonly is: ServerCertificate;
}

function certificateIn({ account }: Site, input: Input): Found | Refused {
  const name = textOf(input, 'ServerCertificateName');
  return (
    found(kept(account), name) ??
    fault('NoSuchEntity', `The Server Certificate with name ${name} cannot be found.`)
  );
}

const taken = (name: string): Refused =>
  fault('EntityAlreadyExists', `The Server Certificate with name ${name} already exists.`);

function metadata(account: Account, { name, is }: Found): Reply {
  return present({
    Path: is.path,
    ServerCertificateName: name,
    ServerCertificateId: is.id,
    Arn: iamArn(account.id, 'server-certificate', is.path, name),
    UploadDate: is.uploaded,
    Expiration: is.expires,
  });
}

const malformed = (message: string): Refused => fault('MalformedCertificate', message);

/** Until when the certificate of the input is good, or what is wrong with it. */
function expiryIn(input: Input, time: number): number | Refused {
  const certificate = parseCertificate(textOf(input, 'CertificateBody'));
  if (!certificate)
    return malformed('Unable to parse certificate. Please ensure the certificate is in PEM format.');
  const key = parsePrivateKey(textOf(input, 'PrivateKey'));
  if (key === undefined)
    return malformed('Unable to parse key. Please ensure the key is in PEM format and has no password.');
  const chain = textOf(input, 'CertificateChain');
  if (chain !== '' && !isChain(chain)) return malformed('Unable to parse certificate chain.');
  if (certificate.expires <= time) return malformed('The certificate has expired.');
  return isKeyOf(certificate, key)
    ? certificate.expires
    : fault('KeyPairMismatch', 'The public key of the certificate does not match the private key.');
}

const upload: Operation = {
  name: 'iam:UploadServerCertificate',
  needs: ({ account }, input) => {
    const name = textOf(input, 'ServerCertificateName');
    const on = iamArn(account.id, 'server-certificate', textOf(input, 'Path') || '/', name);
    const pair = { on, context: requestTagKeys(tagsIn(input)) };
    return [
      { action: 'iam:UploadServerCertificate', ...pair },
      ...(input['Tags'] === undefined ? [] : [{ action: 'iam:TagServerCertificate', ...pair }]),
    ];
  },
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'ServerCertificateName');
    if (isTaken(kept(account), name)) return taken(name);
    if (Object.keys(kept(account)).length >= MOST) return overQuota('ServerCertificatesPerAccount', MOST);
    const tags = withMoreTags({}, input);
    if (isRefused(tags)) return tags;
    const expires = expiryIn(input, cloud.time);
    if (typeof expires !== 'number') return expires;
    const issued = issueId(cloud, 'ASCA');
    const chain = textOf(input, 'CertificateChain');
    const is: ServerCertificate = {
      id: issued.id,
      path: textOf(input, 'Path') || '/',
      uploaded: cloud.time,
      expires,
      body: textOf(input, 'CertificateBody'),
      ...(chain === '' ? {} : { chain }),
      tags: tags.tags,
    };
    const next = withCertificates(account, { ...kept(account), [name]: is });
    const Tags = input['Tags'] === undefined ? undefined : tagList(tags.tags);
    const ServerCertificateMetadata = metadata(account, { name, is });
    return changed(issued.cloud, next, present({ ServerCertificateMetadata, Tags }));
  },
};

/** The private key is in no answer. */
const get: Operation = {
  name: 'iam:GetServerCertificate',
  needs: (site, input) => [onCertificate('iam:GetServerCertificate', site, input)],
  run: (site, input) => {
    const certificate = certificateIn(site, input);
    if (isRefused(certificate)) return certificate;
    const { body, chain, tags } = certificate.is;
    const ServerCertificate = present({
      ServerCertificateMetadata: metadata(site.account, certificate),
      CertificateBody: body,
      CertificateChain: chain,
      Tags: Object.keys(tags).length > 0 ? tagList(tags) : undefined,
    });
    return { cloud: site.cloud, reply: { ServerCertificate } };
  },
};

const list: Operation = {
  name: 'iam:ListServerCertificates',
  needs: ({ account }, input) => [
    {
      action: 'iam:ListServerCertificates',
      on: iamArn(account.id, 'server-certificate', textOf(input, 'PathPrefix') || '/', ''),
    },
  ],
  run: ({ cloud, account }, input) => {
    const certificates = Object.entries(kept(account))
      .filter(([, { path }]) => isUnder(input, path))
      .map(([name, is]) => metadata(account, { name, is }));
    return answered(cloud, page(input, 'ServerCertificateMetadataList', certificates));
  },
};

const update: Operation = {
  name: 'iam:UpdateServerCertificate',
  needs: (site, input) => {
    const pair = onCertificate('iam:UpdateServerCertificate', site, input);
    const known = found(kept(site.account), textOf(input, 'ServerCertificateName'));
    if (!known) return [pair];
    const name = textOf(input, 'NewServerCertificateName') || known.name;
    const path = textOf(input, 'NewPath') || known.is.path;
    const target = iamArn(site.account.id, 'server-certificate', path, name);
    return target === pair.on ? [pair] : [pair, { ...pair, on: target }];
  },
  run: (site, input) => {
    const { cloud, account } = site;
    const certificate = certificateIn(site, input);
    if (isRefused(certificate)) return certificate;
    const name = textOf(input, 'NewServerCertificateName') || certificate.name;
    const other = found(kept(account), name);
    if (other && other.name !== certificate.name) return taken(name);
    const moved = { ...certificate.is, path: textOf(input, 'NewPath') || certificate.is.path };
    const others = without(kept(account), certificate.name);
    return changed(cloud, withCertificates(account, { ...others, [name]: moved }));
  },
};

const remove: Operation = {
  name: 'iam:DeleteServerCertificate',
  needs: (site, input) => [onCertificate('iam:DeleteServerCertificate', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const certificate = certificateIn(site, input);
    if (isRefused(certificate)) return certificate;
    return changed(cloud, withCertificates(account, without(kept(account), certificate.name)));
  },
};

const tags = tagOperations({
  noun: 'ServerCertificate',
  pair: onCertificate,
  found: (site, input) => {
    const certificate = certificateIn(site, input);
    if (isRefused(certificate)) return certificate;
    const { account } = site;
    const { name, is } = certificate;
    return {
      tags: is.tags,
      put: (more) => withCertificates(account, { ...kept(account), [name]: { ...is, tags: more } }),
    };
  },
});

export const SERVER_CERTIFICATES: readonly Operation[] = [...[upload, get, list, update, remove], ...tags];
