// The best-known other evaluator, installed by itself into an ignored folder and run in a process of its own. It is
// licensed under the AGPL: a black box beside the project, never a part of it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Decision } from '#evaluator';
import { Child } from './child.ts';
import type { Simulation } from './simulation.ts';
import type { Message } from './worker.ts';

export const PEER = '@cloud-copilot/iam-simulate';
export const PEER_VERSION = '0.1.173';
const FOLDER = resolve('.peer');

/** Installs the peer unless it is there. @throws Error when that cannot be done here */
function install(): void {
  const manifest = join(FOLDER, 'node_modules', PEER, 'package.json');
  const isThere = existsSync(manifest) && readFileSync(manifest, 'utf8').includes(`"${PEER_VERSION}"`);
  if (isThere) return;
  mkdirSync(FOLDER, { recursive: true });
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', '--prefix', FOLDER, ...options, `${PEER}@${PEER_VERSION}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 180_000,
  });
}

/** The running peer, or one sentence that says why there is none. */
export async function openPeer(): Promise<Peer | string> {
  try {
    install();
    const peer = new Peer(new Child<Message>(join(import.meta.dirname, 'worker.ts'), FOLDER));
    await peer.decide([]);
    return peer;
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return `the peer ${PEER} ${PEER_VERSION} cannot be installed or started here: ${reason}`;
  }
}

export class Peer {
  private readonly child: Child<Message>;

  constructor(child: Child<Message>) {
    this.child = child;
  }

  /** Keeps a question for `batch`, and decides it once. */
  async prepare(simulation: Simulation): Promise<string> {
    return String(await this.child.ask({ ask: 'prepare', simulation }));
  }

  /** Calls in a second of processor time. */
  async batch(milliseconds: number): Promise<number> {
    return Number(await this.child.ask({ ask: 'batch', milliseconds }));
  }

  async decide(simulations: readonly Simulation[]): Promise<readonly string[]> {
    const answers = await this.child.ask({ ask: 'decide', simulations });
    return Array.isArray(answers) ? answers.map(String) : [];
  }

  close(): void {
    this.child.close();
  }
}

/** The peer's words for a decision; `undefined` when it refuses the question. */
export function decisionOf(said: string | undefined): Decision | undefined {
  return WORDS[said ?? ''];
}

const WORDS: Readonly<Record<string, Decision>> = {
  Allowed: 'allowed',
  ExplicitlyDenied: 'explicitDeny',
  ImplicitlyDenied: 'implicitDeny',
};
