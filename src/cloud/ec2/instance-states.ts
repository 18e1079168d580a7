// Starting, stopping, rebooting and terminating instances. A change takes some seconds of the world's clock.
import { fault, isRefused, type Refused } from '../fault.ts';
import { changed } from '../iam/changed.ts';
import { textsOf, type Input, type Operation, type Site } from '../operation.ts';
import { malformed } from './arns.ts';
import { instancesIn, onInstance, withLaunch, type Found } from './found-instances.ts';
import { stateOf, stateReply, type StateName } from './instance.ts';
import type { Launch } from './state.ts';

interface Change {
  readonly name: string;
  /** The member of the reply; none for an operation that answers nothing. */
  readonly member?: string;
  readonly change: (now: number) => Partial<Launch>;
  /** The states in which it does something; in the others that it bears it changes nothing. */
  readonly from: readonly StateName[];
  readonly bears: readonly StateName[];
  readonly unfit: (id: string) => Refused;
  readonly forbidden?: (found: Found) => Refused | undefined;
}

function changing({ name, member, change, from, bears, unfit, forbidden }: Change): Operation {
  const check = (now: number, found: Found): Refused | undefined => {
    const state = stateOf(found.launch, now);
    if (!from.includes(state) && !bears.includes(state)) return unfit(found.instance.id);
    return forbidden?.(found);
  };
  return {
    name: `ec2:${name}`,
    needs: (site, input) => {
      const ids = textsOf(input, 'InstanceIds');
      return malformed('i', ids) ?? ids.map((id) => onInstance(site, name, id));
    },
    run: (site: Site, input: Input) => {
      const found = instancesIn(site, textsOf(input, 'InstanceIds'));
      if (isRefused(found)) return found;
      const now = site.cloud.time;
      const wrong = found.map((one) => check(now, one)).find((one) => one !== undefined);
      if (wrong) return wrong;
      let { account } = site;
      const replies = found.map((one) => {
        const before = stateOf(one.launch, now);
        const launch = from.includes(before) ? { ...one.launch, ...change(now) } : one.launch;
        account = withLaunch(account, one, launch);
        return {
          InstanceId: one.instance.id,
          CurrentState: stateReply(stateOf(launch, now)),
          PreviousState: stateReply(before),
        };
      });
      return changed(site.cloud, account, member === undefined ? {} : { [member]: replies });
    },
  };
}

export const INSTANCE_STATES: readonly Operation[] = [
  changing({
    name: 'StartInstances',
    member: 'StartingInstances',
    change: (now) => ({ wanted: 'running', since: now, started: now }),
    from: ['stopped'],
    bears: ['pending', 'running'],
    unfit: (id) =>
      fault('IncorrectInstanceState', `The instance '${id}' is not in a state from which it can be started.`),
  }),
  changing({
    name: 'StopInstances',
    member: 'StoppingInstances',
    change: (now) => ({ wanted: 'stopped', since: now }),
    from: ['running', 'pending'],
    bears: ['stopping', 'stopped'],
    unfit: (id) =>
      fault(
        'IncorrectInstanceState',
        `This instance '${id}' is not in a state from which it can be stopped.`,
      ),
    forbidden: ({ instance: { id }, launch }) =>
      launch.noStop
        ? fault(
            'OperationNotPermitted',
            `The instance '${id}' may not be stopped. Modify its 'disableApiStop' instance attribute and try again.`,
          )
        : undefined,
  }),
  changing({
    name: 'RebootInstances',
    change: () => ({}),
    from: ['running', 'pending'],
    bears: [],
    unfit: (id) =>
      fault(
        'IncorrectInstanceState',
        `The instance '${id}' is not in a state from which it can be rebooted.`,
      ),
  }),
  changing({
    name: 'TerminateInstances',
    member: 'TerminatingInstances',
    change: (now) => ({ wanted: 'terminated', since: now }),
    from: ['pending', 'running', 'stopping', 'stopped'],
    bears: ['shutting-down', 'terminated'],
    unfit: (id) => fault('IncorrectInstanceState', `The instance '${id}' cannot be terminated.`),
    forbidden: ({ instance: { id }, launch }) =>
      launch.noTermination
        ? fault(
            'OperationNotPermitted',
            `The instance '${id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
          )
        : undefined,
  }),
];
