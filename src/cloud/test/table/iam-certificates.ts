// The table's rows for server certificates.
import { accountOf, type Cloud } from '../../index.ts';
import { CERTIFICATE, EXPIRED, KEY, OTHER_KEY } from '../certificates.ts';
import type { Failing, Row, Step } from './row.ts';

const NAME = { ServerCertificateName: 'tern' };
const UPLOAD = { ...NAME, CertificateBody: CERTIFICATE, PrivateKey: KEY };
const UPLOADED: Step = ['default', 'iam:UploadServerCertificate', { ...UPLOAD, Path: '/web/' }];
const ARN = 'arn:aws:iam::111122223333:server-certificate/web/tern';
const METADATA = { ServerCertificateName: 'tern', Arn: ARN, Expiration: Date.parse('2036-11-20T00:00:00Z') };
const NONE: Failing = {
  code: 'NoSuchEntity',
  input: { ServerCertificateName: 'none' },
  message: 'The Server Certificate with name none cannot be found.',
};
const CHECKED = { InvalidInput: 'what the input may say is in the model, and refused as ValidationError' };
const ADDS_NOTHING = { LimitExceeded: 'there is nothing more of it afterwards' };
const tags = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({ Key: `k${i}`, Value: 'v' }));

/** A world whose first account has as many certificates as it may have. */
function crowded(cloud: Cloud): Cloud {
  const account = accountOf(cloud, '111122223333');
  const one = { id: 'ASCATERNCROWDCROWDCRX', path: '/', uploaded: 0, body: '', tags: {} };
  const certificates = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`c-${i}`, one] as const));
  const iam = { ...account.iam, certificates };
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, iam } } };
}

export const IAM_CERTIFICATE_ROWS: readonly Row[] = [
  {
    operation: 'iam:UploadServerCertificate',
    input: { ...UPLOAD, Path: '/web/', Tags: tags(1), CertificateChain: CERTIFICATE },
    needs: ['iam:UploadServerCertificate', 'iam:TagServerCertificate'],
    reply: { ServerCertificateMetadata: METADATA, Tags: tags(1) },
    faults: [
      {
        code: 'EntityAlreadyExists',
        before: [UPLOADED],
        input: { ...UPLOAD, ServerCertificateName: 'Tern' },
        message: 'The Server Certificate with name Tern already exists.',
      },
      { code: 'LimitExceeded', world: crowded, input: UPLOAD },
      { code: 'InvalidInput', input: { ...UPLOAD, Tags: [...tags(1), ...tags(1)] } },
      {
        code: 'MalformedCertificate',
        input: { ...UPLOAD, CertificateBody: KEY },
        message: 'Unable to parse certificate. Please ensure the certificate is in PEM format.',
      },
      { code: 'MalformedCertificate', input: { ...UPLOAD, PrivateKey: CERTIFICATE } },
      { code: 'MalformedCertificate', input: { ...UPLOAD, CertificateChain: KEY } },
      { code: 'MalformedCertificate', input: { ...UPLOAD, CertificateBody: EXPIRED } },
      { code: 'KeyPairMismatch', input: { ...UPLOAD, PrivateKey: OTHER_KEY } },
    ],
  },
  {
    operation: 'iam:GetServerCertificate',
    before: [UPLOADED],
    input: NAME,
    needs: ['iam:GetServerCertificate'],
    reply: { ServerCertificate: { ServerCertificateMetadata: METADATA, CertificateBody: CERTIFICATE } },
    faults: [NONE],
  },
  {
    operation: 'iam:ListServerCertificates',
    before: [UPLOADED],
    input: { PathPrefix: '/web/' },
    needs: ['iam:ListServerCertificates'],
    reply: { ServerCertificateMetadataList: [METADATA], IsTruncated: false },
  },
  {
    operation: 'iam:UpdateServerCertificate',
    before: [UPLOADED],
    input: { ...NAME, NewServerCertificateName: 'arctic', NewPath: '/' },
    needs: ['iam:UpdateServerCertificate', 'iam:UpdateServerCertificate'],
    faults: [
      NONE,
      {
        code: 'EntityAlreadyExists',
        before: [
          UPLOADED,
          ['default', 'iam:UploadServerCertificate', { ...UPLOAD, ServerCertificateName: 'arctic' }],
        ],
        input: { ...NAME, NewServerCertificateName: 'Arctic' },
      },
    ],
    never: ADDS_NOTHING,
  },
  {
    operation: 'iam:DeleteServerCertificate',
    before: [UPLOADED],
    input: NAME,
    needs: ['iam:DeleteServerCertificate'],
    faults: [NONE],
    never: { ...ADDS_NOTHING, DeleteConflict: 'no service here uses a certificate' },
  },
  {
    operation: 'iam:TagServerCertificate',
    before: [UPLOADED],
    input: { ...NAME, Tags: tags(50) },
    needs: ['iam:TagServerCertificate'],
    faults: [
      { ...NONE, input: { ServerCertificateName: 'none', Tags: tags(1) } },
      { code: 'InvalidInput', input: { ...NAME, Tags: [...tags(1), ...tags(1)] } },
      {
        code: 'LimitExceeded',
        before: [UPLOADED, ['default', 'iam:TagServerCertificate', { ...NAME, Tags: tags(50) }]],
        input: { ...NAME, Tags: [{ Key: 'more', Value: '' }] },
      },
    ],
  },
  {
    operation: 'iam:UntagServerCertificate',
    before: [UPLOADED, ['default', 'iam:TagServerCertificate', { ...NAME, Tags: tags(2) }]],
    input: { ...NAME, TagKeys: ['k0'] },
    needs: ['iam:UntagServerCertificate'],
    faults: [{ ...NONE, input: { ServerCertificateName: 'none', TagKeys: ['k0'] } }],
    never: CHECKED,
  },
  {
    operation: 'iam:ListServerCertificateTags',
    before: [UPLOADED, ['default', 'iam:TagServerCertificate', { ...NAME, Tags: tags(2) }]],
    input: NAME,
    needs: ['iam:ListServerCertificateTags'],
    reply: { Tags: tags(2), IsTruncated: false },
    faults: [NONE],
  },
];
