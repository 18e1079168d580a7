// The table's rows for the credential report and for what was last accessed.
import { accountOf, type Cloud } from '../../index.ts';
import type { Reply } from '../../operation.ts';
import type { Failing, Row, Step } from './row.ts';

const ARN = { Arn: 'arn:aws:iam::111122223333:user/admin' };
const REPORT: Step = ['default', 'iam:GenerateServiceLastAccessedDetails', ARN];
const NO_JOB = { JobId: '00000000-0000-4000-8000-000000000000' };
const jobId = (replies: readonly Reply[]) => ({ JobId: replies[0]?.['JobId'] });
const NOBODY: Failing = {
  code: 'NoSuchEntity',
  input: { Arn: 'arn:aws:iam::111122223333:user/nobody', ServiceNamespaces: ['s3'] },
};
const ODD: Failing = {
  code: 'InvalidInput',
  input: { Arn: 'arn:aws:s3:::tern-timetables', ServiceNamespaces: ['s3'] },
};

/** A world in which a credential report was started so many seconds ago. */
const startedAgo =
  (seconds: number) =>
  (cloud: Cloud): Cloud => {
    const account = accountOf(cloud, '111122223333');
    const credentialReport = { started: cloud.time - seconds * 1000, text: 'user' };
    const next = { ...account, iam: { ...account.iam, credentialReport } };
    return { ...cloud, accounts: { ...cloud.accounts, [account.id]: next } };
  };

const CREDENTIALS: readonly Row[] = [
  {
    operation: 'iam:GenerateCredentialReport',
    input: {},
    needs: ['iam:GenerateCredentialReport'],
    reply: {
      State: 'STARTED',
      Description: 'No report exists. Starting a new report generation task',
    },
    never: { LimitExceeded: 'one report at a time is made, and asking again answers how far it is' },
  },
  {
    operation: 'iam:GetCredentialReport',
    world: startedAgo(10),
    input: {},
    needs: ['iam:GetCredentialReport'],
    reply: { ReportFormat: 'text/csv', Content: btoa('user') },
    faults: [
      { code: 'ReportNotPresent', world: (blank) => blank, input: {} },
      { code: 'ReportInProgress', world: startedAgo(9), input: {} },
      { code: 'ReportExpired', world: startedAgo(4 * 3600 + 10), input: {} },
    ],
  },
];

const SERVICES: readonly Row[] = [
  {
    operation: 'iam:GenerateServiceLastAccessedDetails',
    input: ARN,
    needs: ['iam:GenerateServiceLastAccessedDetails'],
    faults: [NOBODY, ODD],
  },
  {
    operation: 'iam:GetServiceLastAccessedDetails',
    before: [REPORT],
    input: jobId,
    needs: ['iam:GetServiceLastAccessedDetails'],
    reply: { JobStatus: 'IN_PROGRESS', JobType: 'SERVICE_LEVEL', ServicesLastAccessed: [] },
    faults: [{ code: 'NoSuchEntity', input: NO_JOB }],
    never: { InvalidInput: 'what the input may say is in the model, and refused as ValidationError' },
  },
  {
    operation: 'iam:GetServiceLastAccessedDetailsWithEntities',
    before: [REPORT],
    input: (replies) => ({ ...jobId(replies), ServiceNamespace: 'iam' }),
    needs: ['iam:GetServiceLastAccessedDetailsWithEntities'],
    reply: { JobStatus: 'IN_PROGRESS', EntityDetailsList: [] },
    faults: [
      { code: 'NoSuchEntity', input: { ...NO_JOB, ServiceNamespace: 'iam' } },
      { code: 'InvalidInput', input: (replies) => ({ ...jobId(replies), ServiceNamespace: 'ferries' }) },
    ],
  },
  {
    operation: 'iam:ListPoliciesGrantingServiceAccess',
    input: { ...ARN, ServiceNamespaces: ['s3'] },
    needs: ['iam:ListPoliciesGrantingServiceAccess'],
    reply: {
      PoliciesGrantingServiceAccess: [
        {
          ServiceNamespace: 's3',
          Policies: [
            {
              PolicyName: 'AdministratorAccess',
              PolicyType: 'MANAGED',
              PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
            },
          ],
        },
      ],
    },
    faults: [NOBODY, ODD, { code: 'InvalidInput', input: { ...ARN, ServiceNamespaces: ['ferries'] } }],
  },
];

const PATH = { EntityPath: 'o-gatehouse1/r-gate' };

const ORGANIZATION: readonly Row[] = [
  {
    operation: 'iam:GenerateOrganizationsAccessReport',
    as: 'management',
    input: PATH,
    needs: ['iam:GenerateOrganizationsAccessReport'],
    faults: [
      { code: 'AccessDenied', as: 'default', input: PATH },
      { code: 'InvalidInput', input: { EntityPath: 'o-gatehouse1/r-elsewhere' } },
      { code: 'ValidationError', input: { EntityPath: 'somewhere' } },
    ],
    never: { ReportGenerationLimitExceeded: 'a report takes no more than its three seconds' },
  },
  {
    operation: 'iam:GetOrganizationsAccessReport',
    as: 'management',
    before: [['management', 'iam:GenerateOrganizationsAccessReport', PATH]],
    input: jobId,
    needs: ['iam:GetOrganizationsAccessReport'],
    reply: { JobStatus: 'IN_PROGRESS', IsTruncated: false },
    faults: [{ code: 'NoSuchEntity', input: NO_JOB }],
  },
];

export const IAM_REPORT_ROWS: readonly Row[] = [...CREDENTIALS, ...SERVICES, ...ORGANIZATION];
