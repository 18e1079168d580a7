// The credential report: a table of every user's credentials, made in ten seconds, worth four hours.
import { lookup, type AccessKey, type Account, type Cloud, type User } from '../cloud.ts';
import { fault } from '../fault.ts';
import { type Operation } from '../operation.ts';
import { changed } from './changed.ts';
import { userArn } from './users.ts';

/** Milliseconds. Source: ug-credential-report. */
const TAKES = 10_000;
const KEEPS = 4 * 3_600_000;

const KEY_COLUMNS = ['active', 'last_rotated', 'last_used_date', 'last_used_region', 'last_used_service'];
/** Source: ug-credential-report. */
const COLUMNS: readonly string[] = [
  ...['user', 'arn', 'user_creation_time', 'password_enabled', 'password_last_used'],
  ...['password_last_changed', 'password_next_rotation', 'mfa_active'],
  ...[1, 2].flatMap((key) => KEY_COLUMNS.map((column) => `access_key_${key}_${column}`)),
  ...[1, 2].flatMap((cert) => [`cert_${cert}_active`, `cert_${cert}_last_rotated`]),
  'additional_credentials_info',
];

const NONE = 'N/A';
const UNKNOWN = 'no_information';
const NOT_SUPPORTED = 'not_supported';
/** Two signing certificates, which nobody has here, and nothing more to say. */
const NO_MORE = ['false', NONE, 'false', NONE, NONE];

function date(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, '+00:00');
}

function keyCells(cloud: Cloud, key: AccessKey | undefined): readonly string[] {
  if (!key) return ['false', NONE, NONE, NONE, NONE];
  const use = lookup(cloud.uses ?? {}, key.id);
  const used = use ? [date(use.time - (use.time % 60_000)), use.region, use.service] : [NONE, NONE, NONE];
  return [String(key.status === 'Active'), date(key.created), ...used];
}

function rootRow(cloud: Cloud, account: Account): readonly string[] {
  const { rootKeys = [], iam = {}, created = 0 } = account;
  const hasMfa = String((iam.rootMfa ?? []).length > 0);
  return [
    ...['<root_account>', `arn:aws:iam::${account.id}:root`, date(created)],
    ...[NOT_SUPPORTED, UNKNOWN, NOT_SUPPORTED, NOT_SUPPORTED, hasMfa],
    ...keyCells(cloud, rootKeys[0]),
    ...keyCells(cloud, rootKeys[1]),
    ...NO_MORE,
  ];
}

function passwordCells({ iam }: Account, { login }: User): readonly string[] {
  if (!login) return ['false', NONE, NONE, NONE];
  const days = iam?.passwordPolicy?.MaxPasswordAge;
  return [
    'true',
    login.used === undefined ? UNKNOWN : date(login.used),
    date(login.changed),
    days === undefined ? NONE : date(login.changed + days * 86_400_000),
  ];
}

function userRow(cloud: Cloud, account: Account, name: string, user: User): readonly string[] {
  return [
    ...[name, userArn(account, name), date(user.created)],
    ...passwordCells(account, user),
    String((user.mfa ?? []).length > 0),
    ...keyCells(cloud, user.keys[0]),
    ...keyCells(cloud, user.keys[1]),
    ...NO_MORE,
  ];
}

function reportOf(cloud: Cloud, account: Account): string {
  const users = Object.entries(account.users).map(([name, user]) => userRow(cloud, account, name, user));
  return [COLUMNS, rootRow(cloud, account), ...users].map((cells) => cells.join(',')).join('\n');
}

type State = 'none' | 'making' | 'complete' | 'expired';

function stateOf(cloud: Cloud, { iam }: Account): State {
  const report = iam?.credentialReport;
  if (!report) return 'none';
  const age = cloud.time - report.started - TAKES;
  if (age < 0) return 'making';
  return age < KEEPS ? 'complete' : 'expired';
}

const STARTED: Readonly<Record<'none' | 'expired', string>> = {
  none: 'No report exists. Starting a new report generation task',
  expired: 'Report is older than 4 hours. Starting a new report generation task',
};

const generate: Operation = {
  name: 'iam:GenerateCredentialReport',
  needs: () => [{ action: 'iam:GenerateCredentialReport', on: '*' }],
  run: ({ cloud, account }) => {
    const state = stateOf(cloud, account);
    if (state === 'making') return { cloud, reply: { State: 'INPROGRESS' } };
    if (state === 'complete') return { cloud, reply: { State: 'COMPLETE' } };
    const credentialReport = { started: cloud.time, text: reportOf(cloud, account) };
    const next = { ...account, iam: { ...account.iam, credentialReport } };
    return changed(cloud, next, { State: 'STARTED', Description: STARTED[state] });
  },
};

const get: Operation = {
  name: 'iam:GetCredentialReport',
  needs: () => [{ action: 'iam:GetCredentialReport', on: '*' }],
  run: ({ cloud, account }) => {
    const state = stateOf(cloud, account);
    const report = account.iam?.credentialReport;
    if (!report || state === 'none') return fault('ReportNotPresent', 'Credential report not present');
    if (state === 'making') return fault('ReportInProgress', 'Credential report is being generated');
    if (state === 'expired') return fault('ReportExpired', 'Credential report has expired');
    const GeneratedTime = report.started + TAKES;
    return { cloud, reply: { Content: btoa(report.text), ReportFormat: 'text/csv', GeneratedTime } };
  },
};

export const CREDENTIAL_REPORT: readonly Operation[] = [generate, get];
