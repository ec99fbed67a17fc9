// Asks axe-core what stands in the way of people who use assistive technology.
// Deliberately all of its rules but those about whole sites: a webview is a part of VS Code's page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Landmarks are what VS Code's own page has around the webview. */
const rulesOfSites = { region: { enabled: false }, 'landmark-one-main': { enabled: false } };

/** What axe-core finds, as `rule: element`. Through the debugger, past the page's policy. */
export async function accessibilityFlaws(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  const { violations } = (await page.evaluate(
    (rules) => (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, { rules }),
    rulesOfSites,
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
