// From a remembered call to the policy lab that asks it again, in the world in which it was made.
import { documentsRead, type CallEvent, type Cloud } from '#cloud';
import type { Lab } from '#course';

/**
 * @param cloud the world in which the call was made
 * @returns `undefined` for a caller that nobody can sign in as by name, such as a session with policies of its own
 */
export function labOfEvent(event: CallEvent, cloud: Cloud): Lab | undefined {
  const as = nameOf(event);
  const [part] = event.parts.filter(({ verdict }) => verdict.decision !== 'allowed').concat(event.parts);
  if (as === undefined || !part) return undefined;
  const { action, resource } = part.request;
  const read = [...new Set(event.parts.flatMap(({ names }) => documentsRead(names)))];
  return {
    id: event.id,
    title: event.operation,
    about: '',
    cloud: carried(cloud),
    spec: {
      start: { as, action, on: resource, context: {} },
      guess: false,
      who: [{ name: as, label: as.replace(/^\d{12}\//, '').replace('/', ' ') }],
      does: [action],
      on: [{ arn: resource, label: resource.split(':').slice(5).join(':') || resource }],
      context: [],
      edits: read.filter((id) => !id.startsWith('arn:')),
      tasks: [],
    },
  };
}

function nameOf({ session }: CallEvent): string | undefined {
  const { principal, name, policies, attached, token } = session;
  if ((policies ?? attached ?? token) !== undefined) return undefined;
  if (principal.type === 'root') return `${principal.account}/root`;
  if (principal.type === 'user') return `${principal.account}/user/${name}`;
  return principal.type === 'assumedRole' ? `${principal.account}/role/${name}` : undefined;
}

/** What a link needs of a world: no history, no secrets, of AWS's policies those that are attached. */
function carried({ time, seed, issued, accounts, organizations, awsPolicies = {} }: Cloud): Cloud {
  const text = JSON.stringify(accounts);
  const kept = Object.entries(awsPolicies).filter(([arn]) => text.includes(arn));
  const open = Object.entries(accounts).map(([id, account]) => {
    const users = Object.entries(account.users).map(([name, user]) => [name, { ...user, keys: [] }] as const);
    return [id, { ...account, users: Object.fromEntries(users), rootKeys: [] }] as const;
  });
  return {
    time,
    seed,
    issued,
    accounts: Object.fromEntries(open),
    ...(organizations ? { organizations } : {}),
    ...(kept.length > 0 ? { awsPolicies: Object.fromEntries(kept) } : {}),
  };
}
