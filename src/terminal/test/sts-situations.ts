// The situations of the recorded commands of STS.
import {
  ACCOUNT,
  GITHUB,
  MEI,
  IN_PROFILE,
  TAKEN,
  TAKE,
  PROVIDER,
  CENTRAL_ROOT,
  type Situation,
} from './scene.ts';
import { asUser, device, file, lines, policy, role, trust, userPolicy } from './scripts.ts';

export const STS_SITUATIONS: Readonly<Record<string, Situation>> = {
  'sts-assume-role': {
    before: lines(
      'export AWS_PROFILE=partner',
      role('Auditor', trust({ AWS: ACCOUNT })),
      'unset AWS_PROFILE',
    ),
  },
  'sts-assume-role-with-web-identity': {
    before: lines(
      PROVIDER,
      role(
        'Deploy',
        trust(
          { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB}` },
          {
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: {
                [`${GITHUB}:aud`]: 'sts.amazonaws.com',
                [`${GITHUB}:sub`]: 'repo:acme/shop:ref:refs/heads/main',
              },
            },
          },
        ),
      ),
      `idp token --issuer https://${GITHUB} --sub repo:acme/shop:ref:refs/heads/main > token`,
    ),
    command: `aws sts assume-role-with-web-identity --role-arn arn:aws:iam::${ACCOUNT}:role/Deploy --role-session-name gha-77 --web-identity-token file://token`,
  },
  'sts-assume-root': { before: CENTRAL_ROOT },
  'sts-decode-authorization-message': {
    before: lines(
      lines(
        MEI,
        userPolicy('mei.tan', 'Launch', policy('Allow', ['ec2:*', 'sts:*'])),
        IN_PROFILE,
        asUser('mei.tan'),
      ),
      'refused=$(aws ec2 run-instances --image-id ami-0abcdef1234567890 --instance-type t3.micro \\',
      '  --iam-instance-profile Name=web-profile 2>&1) || true',
    ),
    command: 'aws sts decode-authorization-message --encoded-message "${refused##*message: }"',
  },
  'sts-get-access-key-info': {
    command: 'aws sts get-access-key-info --access-key-id $(aws configure get aws_access_key_id)',
  },
  'sts-get-caller-identity-assumed-role': { before: lines(TAKEN, TAKE) },
  'sts-get-caller-identity-iam-user': { before: lines(MEI, asUser('mei.tan')) },
  'sts-get-caller-identity-root': { before: 'export AWS_PROFILE=root' },
  'sts-get-federation-token': { before: file('s.json', policy('Allow', 's3:ListAllMyBuckets')) },
  'sts-get-session-token': {
    before: lines(MEI, device('mei.tan', 'mei-phone'), asUser('mei.tan')),
    command: `aws sts get-session-token --serial-number arn:aws:iam::${ACCOUNT}:mfa/mei-phone --token-code $(code mei-phone)`,
  },
  'sts-get-web-identity-token': { before: 'aws iam enable-outbound-web-identity-federation' },
};
