// How the preview looks: in every theme, wide and narrow; pictures are kept in shots/ for people to look at.
// Deliberately checks what can be measured: contrast, nothing cut off, scrolling inside the table only.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../host/browser.ts';
import { shotsFolder } from '../host/paths.ts';
import { design, type Look, openPreview, servePreview } from './page.ts';
import { type ThemeName, themes } from './themes.ts';

/** The least ratio of what a person must read to what is behind it. Source: WCAG 2.2, 1.4.3. */
const leastContrast = 4.5;

/** The texts whose contrast is below the least, with the ratio. Runs in the page. */
function faintTexts(least: number): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('no canvas');
  // Painting a colour over another is the one way to know what any CSS colour comes to.
  const painted = (colors: readonly string[]): readonly number[] => {
    for (const color of colors) {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const faint: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!own || element.closest('.unseen, script')) continue;
    const behind: string[] = [];
    for (let at: Element | null = element; at; at = at.parentElement)
      behind.unshift(getComputedStyle(at).backgroundColor);
    const back = luminance(painted(['#fff', ...behind]));
    const front = luminance(painted([getComputedStyle(element).color]));
    const ratio = (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
    if (ratio < least)
      faint.push(`${element.className}: ${element.textContent?.slice(0, 20)} ${ratio.toFixed(2)}`);
  }
  return [...new Set(faint)];
}

describe('the look of the preview', function () {
  this.timeout(60_000);
  let browser: Browser;
  let server: Server;
  let address: string;

  before(async () => {
    mkdirSync(shotsFolder, { recursive: true });
    browser = await launchChromium();
    ({ server, address } = await servePreview());
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  async function look(
    file: string,
    tab: string,
    how: Look,
    check: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { page, show, complaints } = await openPreview(browser, address, how);
    await show(design(file));
    await page.getByRole('tab', { name: tab, exact: true }).click();
    const size = (how.width ?? 1100) < 500 ? '-narrow' : '';
    const name = `preview-${file}-${tab.toLowerCase().replaceAll(' ', '-')}-${how.theme ?? 'dark'}${size}.png`;
    await page.screenshot({ path: path.join(shotsFolder, name) });
    await check(page);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }

  const readable = async (page: Page): Promise<void> => {
    assert.deepEqual(await page.evaluate(faintTexts, leastContrast), []);
  };

  /** Scrolling belongs to the panel with the table; page, header and tabs stand still. */
  const contained = async (page: Page): Promise<void> => {
    const overflow = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('header')].map(
        (each) => each.scrollWidth - each.clientWidth,
      ),
    );
    assert.deepEqual(overflow, [0, 0]);
    const panel = await page.locator('#panel').evaluate((each) => each.getBoundingClientRect().height);
    assert.ok(panel > 200, `${panel} px are left for the table`);
  };

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`is readable in ${theme}`, async () => {
      await look('aws-online-shop', 'Table', { theme }, readable);
      await look('debrie-github', 'Access patterns', { theme }, readable);
    });
  }

  it('fits wide and narrow', async () => {
    await look('debrie-github', 'GSI1', { theme: 'light', width: 1600, height: 1000 }, contained);
    await look('debrie-github', 'Table', { theme: 'light', width: 340, height: 700 }, contained);
    await look('aws-online-shop', 'Access patterns', { width: 340, height: 700 }, contained);
    await look('aws-device-state-log', 'GSI2', {}, contained);
  });

  it('moves nothing for those who want it still', async () => {
    const { page, show } = await openPreview(browser, address);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await show(design('aws-device-state-log'));
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(
          (each) => getComputedStyle(each).transitionDuration !== '0s',
        ).length,
    );
    assert.equal(moving, 0);
    await page.context().close();
  });
});
