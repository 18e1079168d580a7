// The world as a picture: who is there, what is attached to whom, who trusts whom. Laid out here, drawn elsewhere.
import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import { parsePolicy } from '#evaluator';
import type { Account, Cloud } from '#cloud';

export type Kind = 'user' | 'group' | 'role' | 'policy' | 'profile' | 'resource' | 'outside';
export type Relation = 'in' | 'attached' | 'trusts' | 'runs' | 'holds' | 'grants';

export interface Node {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** The account that it is in; none for somebody outside. */
  readonly account: string;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
}

export interface World {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** Everything in a world that a learner would draw. */
export function worldOf(cloud: Cloud): World {
  const nodes = new Map<string, Node>();
  const edges: Edge[] = [];
  const add = (node: Node): string => {
    nodes.set(node.id, node);
    return node.id;
  };
  for (const account of Object.values(cloud.accounts)) for (const node of nodesOf(account)) add(node);
  for (const account of Object.values(cloud.accounts)) {
    for (const edge of edgesOf(account)) {
      for (const end of [edge.from, edge.to]) if (!nodes.has(end)) add(outsider(end));
      edges.push(edge);
    }
  }
  return { nodes: [...nodes.values()], edges };
}

function outsider(id: string): Node {
  const name = id.replace(/^outside /, '');
  return { id, kind: id.includes(':policy/') ? 'policy' : 'outside', name: shortName(name), account: '' };
}

/** The end of an ARN, or the whole of anything else. */
function shortName(name: string): string {
  return name.startsWith('arn:') ? (name.split(/[:/]/).at(-1) ?? name) : name;
}

function nodesOf(account: Account): readonly Node[] {
  const named = (kind: Kind, label: string, names: Readonly<Record<string, unknown>>): readonly Node[] =>
    Object.keys(names).map((name) => ({
      id: `${account.id} ${label}/${name}`,
      kind,
      name,
      account: account.id,
    }));
  const instances = Object.values(account.instances).map((instance) => ({
    id: `${account.id} instance/${instance.id}`,
    kind: 'resource' as const,
    name: instance.name,
    account: account.id,
  }));
  const policed = Object.keys(account.resourcePolicies ?? {}).map((arn) => ({
    id: `${account.id} ${arn}`,
    kind: 'resource' as const,
    name: shortName(arn),
    account: account.id,
  }));
  return [
    ...named('group', 'group', account.groups),
    ...named('user', 'user', account.users),
    ...named('role', 'role', account.roles),
    ...named('policy', 'policy', account.policies),
    ...named('profile', 'profile', account.instanceProfiles),
    ...named('resource', 'bucket', account.buckets),
    ...named('resource', 'table', account.tables),
    ...instances,
    ...policed,
  ];
}

function edgesOf(account: Account): readonly Edge[] {
  const own = (label: string, name: string): string => `${account.id} ${label}/${name}`;
  const policy = (name: string): string => (name.startsWith('arn:') ? name : own('policy', name));
  const attached = (
    label: string,
    named: Readonly<Record<string, { readonly attached: readonly string[] }>>,
  ) =>
    Object.entries(named).flatMap(([name, { attached: policies }]) =>
      policies.map((one): Edge => ({ from: own(label, name), to: policy(one), relation: 'attached' })),
    );
  return [
    ...Object.entries(account.users).flatMap(([name, { groups }]) =>
      groups.map((group): Edge => ({ from: own('user', name), to: own('group', group), relation: 'in' })),
    ),
    ...attached('user', account.users),
    ...attached('group', account.groups),
    ...attached('role', account.roles),
    ...Object.entries(account.roles).flatMap(([name, { trust }]) =>
      principalsIn(trust, 'trust').map((one): Edge => ({
        from: own('role', name),
        to: endOf(one),
        relation: 'trusts',
      })),
    ),
    ...Object.entries(account.instanceProfiles).flatMap(([name, { role }]): Edge[] =>
      role === undefined ? [] : [{ from: own('profile', name), to: own('role', role), relation: 'holds' }],
    ),
    ...Object.values(account.instances).flatMap(({ id, profile }): Edge[] =>
      profile === undefined
        ? []
        : [{ from: own('instance', id), to: own('profile', profile), relation: 'runs' }],
    ),
    ...Object.entries(account.buckets).flatMap(([name, { policy: text }]) =>
      text === undefined
        ? []
        : principalsIn(text, 'resource').map((one): Edge => ({
            from: own('bucket', name),
            to: endOf(one),
            relation: 'grants',
          })),
    ),
    ...Object.entries(account.resourcePolicies ?? {}).flatMap(([arn, { text }]) =>
      principalsIn(text, 'resource').map((one): Edge => ({
        from: `${account.id} ${arn}`,
        to: endOf(one),
        relation: 'grants',
      })),
    ),
  ];
}

/** Whom the Allow statements of a policy name. */
function principalsIn(text: string, kind: 'trust' | 'resource'): readonly string[] {
  const parsed = parsePolicy(text, kind);
  if (!('policy' in parsed)) return [];
  const named = parsed.policy.statements.flatMap(({ effect, principal }) =>
    effect === 'Allow' && principal && !principal.not ? principal.named.map((one) => one.text.value) : [],
  );
  return [...new Set(named)];
}

/** The node of a principal: somebody of the world, or somebody outside. */
function endOf(principal: string): string {
  const [, , , , account = '', resource = ''] = principal.split(':');
  const kind = resource.split('/')[0] ?? '';
  const name = resource.split('/').at(-1) ?? '';
  if (kind === 'user' || kind === 'role') return `${account} ${kind}/${name}`;
  return `outside ${resource === 'root' ? `account ${account}` : principal}`;
}

/** A node with its place; lengths in pixels, from the upper left. */
export interface Placed extends Node {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The frame around what is in one account. */
export interface Frame {
  readonly account: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly frames: readonly Frame[];
  readonly nodes: readonly Placed[];
  readonly edges: readonly (Edge & {
    readonly points: readonly { readonly x: number; readonly y: number }[];
  })[];
  readonly width: number;
  readonly height: number;
}

const LETTER = 7.4;
const HEIGHT = 30;
/** With it a frame is as wide as the number of its account. */
const NARROWEST = 104;
/** Room for the name of an account above what is in it. */
const HEAD = 22;
/** Between the frames of two accounts. */
const GAP = 8;

/** Lays a world out from left to right, each account in a frame of its own. */
export function pictureOf({ nodes, edges }: World): Picture {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true, compound: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 56, marginx: 12, marginy: 12 + HEAD });
  graph.setDefaultEdgeLabel(() => ({}));
  const accounts = [...new Set(nodes.map(({ account }) => account))].filter((account) => account !== '');
  for (const account of accounts) graph.setNode(account, { width: 0, height: 0 });
  for (const { id, name, account } of nodes) {
    graph.setNode(id, { width: Math.max(name.length * LETTER + 40, NARROWEST), height: HEIGHT });
    if (account !== '') graph.setParent(id, account);
  }
  for (const [i, { from, to }] of edges.entries()) graph.setEdge(from, to, {}, String(i));
  layout(graph);
  const boxOf = (id: string): Omit<Frame, 'account'> => {
    const { x = 0, y = 0, width, height } = graph.node(id);
    return { x: x - width / 2, y: y - height / 2, width, height };
  };
  const { width = 0, height = 0 } = graph.graph();
  return {
    frames: accounts.map((account) => {
      const { x, y, width: w, height: h } = boxOf(account);
      return { account, x, y: y - HEAD + GAP, width: w, height: h + HEAD - GAP };
    }),
    nodes: nodes.map((node) => ({ ...node, ...boxOf(node.id) })),
    edges: edges.map((edge, i) => ({
      ...edge,
      points: graph.edge(edge.from, edge.to, String(i)).points ?? [],
    })),
    width,
    height,
  };
}
