// The editor as a person sees it: its lines, where a word stands on the screen, what is drawn under and above it.
// Deliberately reads the rendered page only, so that what is hidden, cut off or scrolled away is not found.
import type { Locator, Page } from 'playwright-core';
import { patienceMs } from '../host/workbench.ts';
import type { Box } from './support.ts';

const editor = '.editor-instance .monaco-editor';

/** The drawn line with that text. */
export const line = (page: Page, text: string): Locator =>
  page.locator(`${editor} .view-line`).filter({ hasText: text }).first();

/** Puts the cursor there (both from 1), which also scrolls it to the middle. */
export async function goTo(page: Page, lineNumber: number, column = 1): Promise<void> {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${lineNumber}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page
    .locator('.statusbar-item', { hasText: `Ln ${lineNumber}, Col ${column}` })
    .first()
    .waitFor();
}

/** Puts the cursor before the first place of a text in the model. */
export async function goToText(page: Page, model: string, text: string, column = 0): Promise<void> {
  const at = model.indexOf(text);
  if (at < 0) throw new Error(`the model has no ${text}`);
  const before = model.slice(0, at + column).split('\n');
  await goTo(page, before.length, (before.at(-1)?.length ?? 0) + 1);
}

/** Where a word of a drawn line is on the screen. */
export async function wordBox(page: Page, lineText: string, word: string): Promise<Box> {
  const found = line(page, lineText);
  await found.waitFor();
  const box = await found.evaluate((element, sought) => {
    const text = (element.textContent ?? '').replaceAll('\u00a0', ' ');
    const start = text.indexOf(sought);
    if (start < 0) return undefined;
    const range = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (start >= passed && start < passed + length) range.setStart(node, start - passed);
      const end = start + sought.length;
      if (end > passed && end <= passed + length) range.setEnd(node, end - passed);
      passed += length;
    }
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }, word);
  if (!box) throw new Error(`${lineText} has no ${word}`);
  return box;
}

/** The computed colour of a word, as `rgb(…)`. */
export async function colourOf(page: Page, lineText: string, word: string): Promise<string> {
  const { x, y, width, height } = await wordBox(page, lineText, word);
  return page.evaluate(
    ([left, top]) => getComputedStyle(document.elementFromPoint(left, top) ?? document.body).color,
    [x + width / 2, y + height / 2] as const,
  );
}

/** Waits until what CodeLens shows right above the drawn line begins with that text. */
export async function lensAbove(page: Page, lineText: string, expected: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  let seen = 'nothing';
  while (Date.now() < deadline) {
    const below = await line(page, lineText).boundingBox();
    for (const lens of await page.locator(`${editor} .codelens-decoration`).all()) {
      const box = await lens.boundingBox();
      const gap = below && box ? below.y - (box.y + box.height) : Number.NaN;
      if (Math.abs(gap) < 8) seen = await textOf(lens);
    }
    if (seen.startsWith(expected)) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`above ${lineText} stays ${seen} in place of ${expected}`);
}

/** How long a mouse rests on a word before it is moved there anew. */
const restMs = 3_000;

/**
 * Moves the mouse onto a word and gives the hover that appears with that text in it. Lenses that come late move the
 * lines, and the word away from the mouse: then the word is looked for and pointed at again.
 */
export async function hoverOn(
  page: Page,
  lineText: string,
  word: string,
  expected: string,
): Promise<Locator> {
  const hover = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: expected }).first();
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const { x, y, width, height } = await wordBox(page, lineText, word);
    await page.mouse.move(x + width / 2, y - 40);
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
    const isLast = Date.now() + restMs > deadline;
    try {
      await hover.waitFor({ timeout: restMs });
      return hover;
    } catch (error) {
      if (isLast) throw error;
    }
  }
}

const fixes = '.action-widget:not(.action-list-submenu-panel)';

/** Opens the quick fixes at the cursor, as Ctrl+. does, and gives their titles. */
export async function quickFixes(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('Control+.');
  const titles = page.locator(`${fixes} .monaco-list-row .title`);
  await titles.first().waitFor();
  return (await titles.allTextContents()).map((title) => title.trim());
}

/** Chooses an entry of the menu that `quickFixes` opened. */
export async function chooseFix(page: Page, title: string): Promise<void> {
  await page.locator(`${fixes} .monaco-list-row`, { hasText: title }).first().click();
  await page.locator(fixes).waitFor({ state: 'hidden' });
}

/** The text of an element as a person reads it; VS Code draws blanks that do not break. */
export const textOf = async (element: Locator): Promise<string> =>
  (await element.innerText()).replaceAll('\u00a0', ' ');

/** Whether the text in the active editor differs from the file. */
export const isDirty = async (page: Page): Promise<boolean> =>
  (await page.locator('.tab.active.dirty').count()) > 0;

/** Saves and waits until the file is written. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+S');
  await page.locator('.tab.active:not(.dirty)').waitFor();
}
