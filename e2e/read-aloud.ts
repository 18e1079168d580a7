// What assistive technology is given of a page, as text: its accessibility tree, and what is announced.
import type { Page } from '@playwright/test';

interface Value {
  readonly value?: unknown;
}
interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly childIds?: readonly string[];
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
}

/** What a reader says beside role and name. */
const STATES = ['checked', 'disabled', 'expanded', 'focused', 'selected'];
/** What has no role of its own: its content is read, not it. */
const SILENT = ['generic', 'none', 'LabelText', 'Legend', 'MenuListPopup'];
/** Said by the element around it. */
const WITHIN = ['InlineTextBox', 'ListMarker'];
/** Said whole by its name, and by its value where it has one. */
const WHOLE = ['button', 'StaticText', 'combobox', 'radio', 'checkbox'];
const LIVE = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
const ALOUD = 'aloud: ';

/** Collects what is announced on the pages that are opened from now on. */
export async function hearAnnouncements(page: Page): Promise<readonly string[]> {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith(ALOUD)) heard.push(message.text().slice(ALOUD.length));
  });
  await page.addInitScript(
    ({ live, aloud }) => {
      const regionOf = ({ target }: MutationRecord): Element | null =>
        (target instanceof Element ? target : target.parentElement)?.closest(live) ?? null;
      new MutationObserver((records) => {
        for (const region of new Set(records.map(regionOf)))
          if (region?.textContent) console.info(aloud + region.textContent);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    },
    { live: LIVE, aloud: ALOUD },
  );
  return heard;
}

/** The lines of the first element of a role and name, in the order in which they are read, indented by their depth. */
export async function readAloud(page: Page, role: string, name: string): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page);
  const tree = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  const nodes = new Map(tree.nodes.map((node): [string, Node] => [node.nodeId, node]));
  const first = [...nodes.values()].find((node) => node.role?.value === role && node.name?.value === name);
  if (!first) throw new Error(`there is no ${role} “${name}”`);
  return linesOf(nodes, first, '');
}

function linesOf(nodes: ReadonlyMap<string, Node>, node: Node, indent: string): readonly string[] {
  const role = String(node.role?.value);
  if (WITHIN.includes(role)) return [];
  const silent = node.ignored || SILENT.includes(role);
  const children = WHOLE.includes(role) ? [] : (node.childIds ?? []);
  const below = children.flatMap((id) => {
    const child = nodes.get(id);
    return child ? linesOf(nodes, child, silent ? indent : `${indent}  `) : [];
  });
  return silent ? below : [`${indent}${spoken(role, node)}`, ...below];
}

function spoken(role: string, { name, description, value, properties = [] }: Node): string {
  const states = properties.filter((one) => STATES.includes(one.name) && isSaid(one.value.value));
  return [
    role === 'StaticText' ? 'text' : role,
    ...(said(name) ? [`“${said(name)}”`] : []),
    ...(said(value) ? [`= ${said(value)}`] : []),
    ...states.map((state) => `[${state.name}]`),
    ...(said(description) ? [`(${said(description)})`] : []),
  ].join(' ');
}

const said = ({ value }: Value = {}): string => (typeof value === 'string' ? value.trim() : '');
const isSaid = (value: unknown): boolean => value === true || value === 'true';
