// Shells into instances: opened, ended, listed. What is typed in them is the terminal's business. Source: ug-session-manager.
import type { BareRequest } from '../authorize.ts';
import { accountOf, lookup, withAccount, type Cloud } from '../cloud.ts';
import { fault } from '../fault.ts';
import { issueText } from '../ids.ts';
import {
  present,
  structuresOf,
  textOf,
  type Input,
  type Operation,
  type Reply,
  type Site,
} from '../operation.ts';
import { connectedInstance } from './instances.ts';
import { ssmPage } from './page.ts';
import { onRegion, withSystems } from './parameter.ts';
import type { ShellSession } from './state.ts';

const SHELL = 'SSM-SessionManagerRunShell';

/** Documents that AWS keeps for sessions. */
const DOCUMENTS: ReadonlySet<string> = new Set([
  ...['AWS-StartInteractiveCommand', 'AWS-StartNonInteractiveCommand', 'AWS-StartPortForwardingSession'],
  ...['AWS-StartPortForwardingSessionToRemoteHost', 'AWS-StartSSHSession', SHELL],
]);

function documentArn({ account, region }: Site, name: string): string {
  return `arn:aws:ssm:${region}:${name.startsWith('AWS-') ? '' : account.id}:document/${name}`;
}

/** A document counts only where the call names one, or where a policy wants it looked at. */
const startSession: Operation = {
  name: 'ssm:StartSession',
  needs: (site, input) => {
    const { account, region } = site;
    const document = textOf(input, 'DocumentName');
    const context = { 'ssm:SessionDocumentAccessCheck': String(document !== '') };
    const target = textOf(input, 'Target');
    const on = target.startsWith('mi-')
      ? `arn:aws:ssm:${region}:${account.id}:managed-instance/${target}`
      : `arn:aws:ec2:${region}:${account.id}:instance/${target}`;
    return [
      { action: 'ssm:StartSession', on, context },
      ...(document === '' ? [] : [{ action: 'ssm:StartSession', on: documentArn(site, document), context }]),
    ];
  },
  run: (site, input) => {
    const document = textOf(input, 'DocumentName');
    if (document !== '' && !DOCUMENTS.has(document))
      return fault('InvalidDocument', `Document with name ${document} does not exist.`);
    const target = textOf(input, 'Target');
    if (!connectedInstance(site, target)) return fault('TargetNotConnected', `${target} is not connected.`);
    const issued = issueText(site.cloud, 26);
    const reason = textOf(input, 'Reason');
    const { arn } = site.session.principal;
    const session: ShellSession = {
      id: `${nameOf(arn)}-${issued.id.toLowerCase()}`,
      region: site.region,
      target,
      owner: arn,
      ...(document === '' ? {} : { document }),
      ...(reason === '' ? {} : { reason }),
      started: site.cloud.time,
    };
    const sessions = { ...site.account.systems?.sessions, [session.id]: session };
    return {
      cloud: withAccount(issued.cloud, withSystems(site.account, { sessions })),
      reply: {
        SessionId: session.id,
        TokenValue: `AAEAA${issued.id}`,
        StreamUrl: `wss://ssmmessages.${site.region}.amazonaws.com/v1/data-channel/${session.id}?role=publish_subscribe`,
      },
    };
  },
};

/** What a session is called after: the user, or the session of the role. */
function nameOf(arn: string): string {
  return arn.endsWith(':root') ? 'root' : (arn.split('/').at(-1) ?? 'session');
}

function sessionArn({ account, region }: Site, id: string): string {
  return `arn:aws:ssm:${region}:${account.id}:session/${id}`;
}

/** The cloud in which a session has ended; what had ended before stays as it is. */
export function endSession(cloud: Cloud, owner: string, id: string): Cloud {
  const account = accountOf(cloud, owner);
  const session = lookup(account.systems?.sessions ?? {}, id);
  if (!session || session.ended !== undefined) return cloud;
  const sessions = { ...account.systems?.sessions, [id]: { ...session, ended: cloud.time } };
  return withAccount(cloud, withSystems(account, { sessions }));
}

/** A session that is not there has ended too. Source: api-ssm. */
const terminateSession: Operation = {
  name: 'ssm:TerminateSession',
  needs: (site, input) => {
    const id = textOf(input, 'SessionId');
    const known = lookup(site.account.systems?.sessions ?? {}, id);
    const context: BareRequest['context'] = {
      'ssm:resourceTag/aws:ssmmessages:session-id': id,
      ...(known ? { 'ssm:resourceTag/aws:ssmmessages:target-id': known.target } : {}),
    };
    return [{ action: 'ssm:TerminateSession', on: sessionArn(site, id), context }];
  },
  run: ({ cloud, account }, input) => {
    const id = textOf(input, 'SessionId');
    return { cloud: endSession(cloud, account.id, id), reply: { SessionId: id } };
  },
};

const describeSessions: Operation = {
  name: 'ssm:DescribeSessions',
  needs: (site) => [onRegion(site, 'DescribeSessions')],
  run: (site, input) => {
    const isActive = textOf(input, 'State') === 'Active';
    const found = Object.values(site.account.systems?.sessions ?? {})
      .filter((one) => one.region === site.region && (one.ended === undefined) === isActive)
      .filter((one) => passes(input, one))
      .reverse();
    return ssmPage(site, input, 'Sessions', found.map(sessionReply), 50);
  },
};

function passes(input: Input, session: ShellSession): boolean {
  return structuresOf(input, 'Filters').every((filter) => {
    const value = textOf(filter, 'value');
    const tests: Readonly<Record<string, () => boolean>> = {
      Target: () => session.target === value,
      Owner: () => session.owner === value,
      SessionId: () => session.id === value,
      InvokedAfter: () => session.started >= Date.parse(value),
      InvokedBefore: () => session.started <= Date.parse(value),
      Status: () => statusOf(session) === value,
    };
    const key = textOf(filter, 'key');
    return Object.hasOwn(tests, key) ? (tests[key]?.() ?? true) : true;
  });
}

const statusOf = ({ ended }: ShellSession): string => (ended === undefined ? 'Connected' : 'Terminated');

function sessionReply(session: ShellSession): Reply {
  return present({
    SessionId: session.id,
    Target: session.target,
    Status: statusOf(session),
    StartDate: session.started,
    EndDate: session.ended,
    DocumentName: session.document ?? SHELL,
    Owner: session.owner,
    Reason: session.reason,
    OutputUrl: {},
    AccessType: 'Standard',
  });
}

export const SESSIONS: readonly Operation[] = [startSession, terminateSession, describeSessions];
