// The preview beside its editor, as a person uses it, in every theme and at every width.
// Deliberately not what is drawn of which model; test/webview has that.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { root } from '../host/paths.ts';
import { runCommand, webviewFrame } from '../host/workbench.ts';
import { goToText, line } from './editor.ts';
import { describeDesk, shot } from './support.ts';

const name = 'debrie-ecommerce.ddb.yaml';
const model = readFileSync(path.join(root, 'media/examples', name), 'utf8');

/** The least ratio of a mark's colour to what is behind it. Source: WCAG 2.2, 1.4.11. */
const leastContrast = 3;

/** The colours of entities that are too faint or missing, with their ratio to the background. Runs in the page. */
function faintColours(least: number): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('no canvas');
  const luminance = (...colours: readonly string[]): number => {
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = getComputedStyle(document.body).backgroundColor;
  const probe = document.body.appendChild(document.createElement('span'));
  const faint = Array.from({ length: 8 }, (_, colour) => {
    probe.className = `color-${colour}`;
    probe.style.color = 'var(--entity, transparent)';
    const [back, front] = [luminance(behind), luminance(behind, getComputedStyle(probe).color)];
    const ratio = (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
    return ratio < least ? [`${probe.className}: ${ratio.toFixed(2)}`] : [];
  }).flat();
  probe.remove();
  return faint;
}

/** Chooses a theme from VS Code's list and waits until workbench and preview have it. */
async function chooseTheme(page: Page, frame: Frame, theme: string, kind: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+T');
  await page.locator('.quick-input-widget input').fill(theme);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: theme }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await frame.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
}

describeDesk('the preview', { [name]: { example: name } }, (desk) => {
  let frame: Frame;

  before(async () => {
    const { page } = desk();
    await page.setViewportSize({ width: 1600, height: 800 });
    await page.keyboard.press('Control+B');
    await runCommand(page, 'DynamoDB Model: Open Preview to the Side');
    frame = await webviewFrame(page, 'tr[data-row]');
  });

  it('draws item collections beside the editor, keys and attributes', async () => {
    const items = await frame.locator('tr[data-row]').allInnerTexts();
    assert.ok(
      items.some((item) => /1VrgXBQ0VCshuQUnh1HrDIHQNwY.*SHIPPED/s.test(item)),
      items.join('\n'),
    );
    const box = await frame.locator('tr[data-row] .value', { hasText: 'alexdebrie' }).first().boundingBox();
    assert.ok(box && box.x + box.width <= 1600, 'the first attribute is seen without scrolling');
  });

  it('breaks long keys once at most where there is room', async () => {
    const { page } = desk();
    await page.setViewportSize({ width: 2000, height: 800 });
    const key = frame.locator('.sort .key', { hasText: '#ITEM#' }).first();
    await frame.locator('.collections').waitFor();
    const heightOfKey = async (): Promise<number> => (await key.boundingBox())?.height ?? 99;
    // The panel takes its new width a moment after the window does.
    for (let tries = 0; tries < 50 && (await heightOfKey()) >= 40; tries++) await page.waitForTimeout(100);
    assert.ok((await heightOfKey()) < 40, 'a long sort key takes two lines at most');
    await page.setViewportSize({ width: 1600, height: 800 });
  });

  it('follows an edit', async () => {
    const { page } = desk();
    await line(page, '# E-commerce').click();
    await goToText(page, model, 'name: EcommerceTable', 'name: Ecommerce'.length);
    await page.keyboard.insertText('Goods');
    await frame.locator('h1', { hasText: 'EcommerceGoodsTable' }).waitFor();
    await page.keyboard.press('Control+Z');
    await frame.locator('h1', { hasText: 'EcommerceTable' }).waitFor();
  });

  it('selects the access pattern on which the cursor of the editor stands', async () => {
    const { page } = desk();
    await frame.getByRole('tab', { name: 'Access patterns' }).click();
    await line(page, '# E-commerce').click();
    await goToText(page, model, 'getOrderWithItems:', 3);
    await page.keyboard.press('ArrowRight');
    const pattern = frame.locator('.pattern-detail[aria-label="getOrderWithItems"]');
    await pattern.waitFor();
    assert.match(await pattern.innerText(), /0\.5 RCU.*Query GSI1.*GSI1PK = "ORDER#\$\{order_id\}"/s);
    await shot(page, 'preview-patterns');
    await frame.getByRole('tab', { name: 'Table and indexes' }).click();
  });

  it('leads from an item to its entity in the source', async () => {
    const { page } = desk();
    await frame.locator('tr[data-row]', { hasText: 'CUSTOMEREMAI' }).first().click();
    await page.locator('.statusbar-item', { hasText: `(${'CustomerEmail'.length} selected)` }).waitFor();
    await line(page, 'CustomerEmail:').waitFor();
    await page.locator('.breadcrumbs-control', { hasText: 'CustomerEmail' }).waitFor();
    await shot(page, 'preview-revealed');
  });

  for (const width of [720, 540]) {
    it(`shows both keys of an item in a panel of half ${width} pixels`, async () => {
      const { page } = desk();
      await page.setViewportSize({ width, height: 800 });
      const keys = ['CUSTOMER#', '#ORDER#'].map((text) => frame.locator(`.key[title^="${text}"]`).first());
      for (const key of keys) await key.waitFor();
      // The panel takes its new width a moment after the window does.
      await page.waitForTimeout(500);
      await shot(page, `preview-narrow-${width}`);
      for (const key of keys) {
        const box = await key.boundingBox();
        assert.ok(box && box.width > 40 && box.x + box.width <= width, JSON.stringify(box));
      }
      await page.setViewportSize({ width: 1600, height: 800 });
    });
  }

  for (const [theme, kind] of [
    ['Dark Modern', 'vscode-dark'],
    ['Dark High Contrast', 'vscode-high-contrast'],
    ['Light High Contrast', 'vscode-high-contrast-light'],
    ['Light Modern', 'vscode-light'],
  ] as const) {
    it(`tells entities apart in ${theme}`, async () => {
      const { page } = desk();
      await chooseTheme(page, frame, theme, kind);
      assert.deepEqual(await frame.evaluate(faintColours, leastContrast), []);
      await shot(page, `preview-in-${kind}`);
    });
  }
});
