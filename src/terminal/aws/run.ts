// The `aws` command: a line is read, somebody's credentials are found, the account is asked, the answer is printed.
import type { Input, Reply } from '#cloud';
import { MODELS, type ServiceModel } from '#cloud/models';
import type { Credentials } from '#cloud/services';
import type { Simulation } from '../simulation.ts';
import type { Fields } from '../value.ts';
import type { CliFault, ErrorFormat, Host, OperationCommand, Printed } from './command.ts';
import { callRegion, errorFormatOf, formatOf, readConfig, regionOf, type Config } from './config.ts';
import { findCredentials, type Found, type Source } from './credentials.ts';
import { generalFault, isCliFault } from './faults.ts';
import { readService } from './grammar.ts';
import { readLine, type Line } from './line.ts';
import { kept, outfileFault, seedFault } from './outfile.ts';
import { inErrorFormat } from './output/error-format.ts';
import { printedFault, serviceError } from './output/error.ts';
import { printed } from './output/printed.ts';
import { shaped } from './output/shaped.ts';
import { fetchPages, paginatorOf, type Page, type Paged } from './pages.ts';
import { readQuery } from './query.ts';
import { waitFor } from './wait.ts';

/** Where an `aws` command runs. */
export interface AwsPlace {
  readonly host: Host;
  readonly simulation: Simulation;
  /** The region in which the computer stands, as its metadata service would say. */
  readonly placement?: string;
  /** The credentials of the computer's role, when it has one. */
  readonly instance?: () => Found | undefined;
  /** Commands besides the services, by their first words: `s3`, `ssm start-session`. */
  readonly own?: ReadonlyMap<string, OwnCommand>;
  /** What a function comes to that was invoked: the account by itself runs no code. */
  readonly invoked?: (call: Invoked) => Promise<Reply>;
  /** Runs the functions that a published message calls. */
  readonly published?: (call: Omit<Invoked, 'region'>) => Promise<void>;
}

/** An invocation that went through. */
export interface Invoked {
  readonly input: Input;
  readonly region: string;
  readonly reply: Reply;
}

/** What a command that is no operation is given. */
export interface OwnPlace extends AwsPlace {
  readonly line: Line;
  readonly config: Config;
  /** @returns the credentials and the region in which a service is called; or what to print instead */
  readonly caller: (service: string) => Promise<Caller | CliFault | Printed>;
}

export type OwnCommand = (place: OwnPlace) => Promise<Printed | CliFault>;

/** Who calls, and where. */
export interface Caller {
  readonly credentials: Credentials | undefined;
  readonly region: string;
}

/** @param args the words behind `aws` */
export async function runAws(args: readonly string[], place: AwsPlace): Promise<Printed> {
  let asked = '';
  let shown = (ran: Printed): Printed | Promise<Printed> => ran;
  const ran = await run(args, place, {
    say: (text) => {
      asked += text;
    },
    showErrors: (format, query) => {
      shown = (one) => inErrorFormat(one, format, query);
    },
  });
  const { stdout, stderr, exit } = await shown(isCliFault(ran) ? printedFault(ran) : ran);
  return { stdout, stderr: asked + stderr, exit };
}

interface Telling {
  /** Text on standard error before anything else. */
  readonly say: (text: string) => void;
  /** In which form an error is wanted, once that is known. */
  readonly showErrors: (format: ErrorFormat, query?: string) => void;
}

async function run(
  args: readonly string[],
  place: AwsPlace,
  { say, showErrors }: Telling,
): Promise<Printed | CliFault> {
  const { host, simulation, placement, instance, own } = place;
  const line = await readLine(args);
  if (!('command' in line)) return line;
  const { options, command } = line;
  const source = (config: Config): Source => {
    const region = regionOf(config, host, options, placement)?.value ?? 'us-east-1';
    return { config, host, asking: { simulation, region, say }, ...(instance ? { instance } : {}) };
  };
  if (command === 'configure') {
    const { configure } = await import('./configure.ts');
    return configure({ host, line, placement, source });
  }
  const absent = ABSENT.has(command) && line.args[0] !== 'help';
  if (absent) return generalFault(`aws ${command} is a real command, but it is not simulated here`);
  const config = await readConfig(host, options);
  if (isCliFault(config)) return config;
  showErrors(errorFormatOf(config, host, options), options.query);
  const caller = async (service: string): Promise<Caller | CliFault | Printed> => {
    const region = callRegion(service, regionOf(config, host, options, placement));
    if (typeof region !== 'string') return region;
    if (options.noSignRequest === true) return { credentials: undefined, region };
    const found = await findCredentials(source(config));
    return 'credentials' in found ? { credentials: found.credentials, region } : found;
  };
  await simulation.ready(MODELS.get(command)?.prefix ?? command);
  const special = own?.get(command) ?? own?.get(`${command} ${line.args[0] ?? ''}`);
  if (special) return special({ ...place, line, config, caller });
  const read = await readService(line, host);
  return 'operation' in read ? operate(read, { ...place, line, config, caller }, say) : read;
}

/** Commands of the real one that are no service. */
const ABSENT: ReadonlySet<string> = new Set([
  'login',
  'logout',
  'sso',
  'history',
  'ddb',
  'cli-dev',
  'deploy',
]);

async function operate(
  command: OperationCommand,
  place: OwnPlace,
  say: (text: string) => void,
): Promise<Printed | CliFault> {
  const { simulation, host, config } = place;
  const { service, operation, options } = command;
  const model = MODELS.get(service);
  if (!model) throw new Error(`no model of ${service}`);
  const query = options.query === undefined ? undefined : readQuery(options.query);
  if (query && isCliFault(query)) return query;
  const output = formatOf(config, host, options);
  if (typeof output !== 'string') return output;
  const show = async (value: Fields, pages?: Paged): Promise<Printed | CliFault> => {
    const text = await printed(value, { ...options, output }, operation, pages);
    if (isCliFault(text)) return text;
    return { stdout: options.silent === true ? '' : text.stdout, stderr: '', exit: 0 };
  };
  if (command.sample) return show(shaped(model, operation, command.sample));
  const elsewhere = endpointFault(options.endpointUrl);
  if (elsewhere) return elsewhere;
  const caller = await place.caller(service);
  if (!('region' in caller)) return caller;
  const debug =
    options.debug === true
      ? (text: string) => {
          say(`${stamp(simulation.now())} - MainThread - aws - DEBUG - ${text}\n`);
        }
      : undefined;
  debug?.(`Arguments entered to CLI: ${JSON.stringify([service, ...place.line.args])}`);
  debug?.(`Signed with ${caller.credentials?.accessKeyId ?? 'nothing'} in ${caller.region}`);
  const ask = (input: Input): Page | Extract<ReturnType<Simulation['call']>, { fault: unknown }> => {
    debug?.(`Calling ${model.prefix}:${operation} with ${JSON.stringify(input)}`);
    const wanted = { operation: `${model.prefix}:${operation}`, input, region: caller.region };
    const answer = simulation.call(caller.credentials, wanted);
    debug?.('fault' in answer ? `Refused: ${answer.fault.code}` : 'Answered');
    return 'fault' in answer ? answer : pageOf(model, operation, answer.reply);
  };
  const { invoked, published } = place;
  const finish = async (page: Page): Promise<Page> => {
    if (model.prefix === 'sns' && operation === 'Publish')
      await published?.({ input: command.input, reply: page.reply });
    return invoked && model.prefix === 'lambda' && operation === 'Invoke'
      ? pageOf(
          model,
          operation,
          await invoked({ input: command.input, region: caller.region, reply: page.reply }),
        )
      : page;
  };
  return command.waiter === undefined
    ? answer(command, model, { ask, show, host, finish })
    : waited(command, command.waiter, place, ask);
}

function pageOf(model: ServiceModel, operation: string, reply: Page['reply']): Page {
  return { reply, shaped: shaped(model, operation, reply) };
}

interface Answering {
  readonly ask: (input: Input) => Page | Extract<ReturnType<Simulation['call']>, { fault: unknown }>;
  readonly show: (value: Fields, pages?: Paged) => Promise<Printed | CliFault>;
  readonly host: Host;
  readonly finish: (page: Page) => Promise<Page>;
}

async function answer(
  command: OperationCommand,
  model: ServiceModel,
  { ask, show, host, finish }: Answering,
): Promise<Printed | CliFault> {
  const { service, operation, input, options, paging } = command;
  const paginator = options.noPaginate === true ? undefined : paginatorOf(service, operation);
  if (paginator) {
    const paged = fetchPages(paginator, input, paging, ask);
    return 'fault' in paged ? serviceError(operation, paged.fault) : show(paged.whole, paged);
  }
  const unwritable = await seedFault(command, host);
  if (unwritable) return unwritable;
  const asked = ask(input);
  if ('fault' in asked) return serviceError(operation, asked.fault);
  const page = await finish(asked);
  if (command.outfile === undefined) return show(page.shaped);
  const nowhere = await outfileFault(command.outfile, host);
  if (nowhere) return nowhere;
  const rest = await kept(command, command.outfile, page.reply, host);
  return show(pageOf(model, operation, rest).shaped);
}

function waited(
  { service, input }: OperationCommand,
  waiter: string,
  { simulation }: OwnPlace,
  ask: Answering['ask'],
): Printed | CliFault {
  const heard = () => {
    const page = ask(input);
    return 'fault' in page ? page : { fields: page.shaped };
  };
  return waitFor(service, waiter, heard, simulation.pass) ?? { stdout: '', stderr: '', exit: 0 };
}

/** Addresses that are not AWS's lead nowhere from here. */
function endpointFault(url: string | undefined): CliFault | undefined {
  if (url === undefined || /^https?:\/\/[^/]*\.amazonaws\.com(?:[:/]|$)/.test(url)) return undefined;
  return generalFault(`Could not connect to the endpoint URL: "${url.replace(/\/?$/, '/')}"`);
}

function stamp(time: number): string {
  return new Date(time).toISOString().slice(0, 23).replace('T', ' ').replace('.', ',');
}
