// What axe finds in a page. The site has no frames, so that its own one is enough.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Rules whose answer hangs on colours: what was checked in light is checked by these alone in the dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** One line for each rule that is broken, with the elements that break it. */
export async function findings(page: Page, what: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (what === 'colours' ? axe.withRules(COLOURS) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
