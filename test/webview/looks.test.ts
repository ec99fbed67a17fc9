// How the preview looks: in every theme, wide and narrow; pictures are kept in shots/ for people to look at.
// Deliberately checks what can be measured: contrast, what axe-core knows, nothing cut off, scrolling inside the panel only.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../host/browser.ts';
import { shotsFolder } from '../host/paths.ts';
import { accessibilityFlaws } from './axe.ts';
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

  /** Each view with what stands in it, so that all of its parts are drawn. */
  const views: readonly (readonly [tab: string, within?: (page: Page) => Promise<void>])[] = [
    ['Table and indexes', async (page) => page.locator('th.sort').nth(4).click()],
    ['Access patterns', async (page) => page.locator('[role=option]').nth(6).click()],
    ['Cost'],
    ['Partition heat'],
    ['Relations'],
  ];

  /** Goes through the views, with everything unfolded that can be folded; a picture of each is kept. */
  async function look(
    file: string,
    how: Look,
    check: (page: Page, view: string) => Promise<readonly unknown[]>,
    suffix = '',
  ): Promise<void> {
    const preview = await openPreview(browser, address, how);
    const { page, complaints, settled } = preview;
    const flaws: (readonly unknown[])[] = [];
    await preview.show(design(file));
    for (const [tab, within] of views) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await settled();
      await within?.(page);
      await settled();
      const name = `preview-${file}-${tab.toLowerCase().replaceAll(' ', '-')}-${how.theme ?? 'dark'}${suffix}.png`;
      await page.screenshot({ path: path.join(shotsFolder, name) });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      for (const flaw of await check(page, tab)) flaws.push([file, tab, flaw]);
    }
    assert.deepEqual(flaws, []);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }

  const accessible = async (page: Page): Promise<readonly string[]> => [
    ...(await page.evaluate(faintTexts, leastContrast)),
    ...(await accessibilityFlaws(page)),
  ];

  /** Scrolling belongs to the panel; page, header and tabs stand still. */
  const contained = async (page: Page): Promise<readonly string[]> => {
    const overflow = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('header')].map(
        (each) => each.scrollWidth - each.clientWidth,
      ),
    );
    const height = await page.locator('#panel').evaluate((each) => each.getBoundingClientRect().height);
    return [
      ...(overflow.some((pixels) => pixels > 0) ? [`${overflow} px wider than the window`] : []),
      ...(height < 150 ? [`only ${height} px are left`] : []),
    ];
  };

  /** Text and controls run in one column: only tables and diagrams scroll sideways. Source: WCAG 2.2, 1.4.10. */
  const flowing = async (page: Page, view: string): Promise<readonly string[]> => {
    const panel = await page.locator('#panel').evaluate((each) => each.scrollWidth - each.clientWidth);
    const isTable = view === 'Table and indexes';
    return [
      ...(await contained(page)),
      ...(isTable || panel <= 0 ? [] : [`${panel} px wider than the panel`]),
    ];
  };

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`is readable and accessible in ${theme}`, async () => {
      await look('aws-online-shop', { theme }, accessible);
      await look('debrie-github', { theme }, accessible);
    }).timeout(180_000);
  }

  it('fits a wide window', async () => {
    await look('debrie-github', { theme: 'light', width: 1600, height: 1000 }, contained, '-wide');
  });

  it('fits a narrow side panel', async () => {
    await look('debrie-github', { theme: 'light', width: 340, height: 700 }, flowing, '-narrow');
    await look('aws-device-state-log', { width: 340, height: 700 }, accessible, '-narrow');
  });

  it('fits a window at 200 % zoom', async () => {
    await look('aws-online-shop', { width: 550, height: 380 }, flowing, '-zoomed');
  });

  it('moves nothing for those who want it still', async () => {
    const { page, show, settled } = await openPreview(browser, address);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await show(design('aws-device-state-log'));
    for (const [tab] of views) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await settled();
      const moving = await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((each) => {
            const { transitionDuration, animationName, animationDuration } = getComputedStyle(each);
            return transitionDuration !== '0s' || (animationName !== 'none' && animationDuration !== '0s');
          }).length,
      );
      assert.equal(moving, 0);
    }
    await page.context().close();
  });
});
