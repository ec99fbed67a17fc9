// Five models with a planted flaw each, and the picture that shows it; kept in shots/ for people who name what they see.
// Deliberately checks signs that are drawn, not the messages of findings: those are for people who read.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../host/browser.ts';
import { root, shotsFolder } from '../host/paths.ts';
import { openPreview, type Preview, servePreview } from './page.ts';

describe('a flaw of a model', function () {
  this.timeout(120_000);
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

  async function see(
    model: string,
    look: (preview: Preview) => Promise<void>,
    check: (page: Page) => Promise<void>,
  ): Promise<void> {
    const preview = await openPreview(browser, address, { theme: 'light', width: 1000 });
    const { page } = preview;
    await preview.show(readFileSync(path.join(root, `test/fixtures/eye/${model}.ddb.yaml`), 'utf8'));
    await look(preview);
    await preview.settled();
    await page.screenshot({ path: path.join(shotsFolder, `eye-${model}.png`) });
    await check(page);
    await page.context().close();
  }

  const pattern =
    (name: string) =>
    async (preview: Preview): Promise<void> => {
      await preview.select({ pattern: name }, true);
      await preview.settled();
    };
  const words = (page: Page, selector: string): Promise<string[]> => page.locator(selector).allInnerTexts();

  it('is seen as hatched rows where more is read than is wanted', () =>
    see('waste', pattern('messagesOfRoom'), async (page) => {
      assert.equal(await page.locator('tr.wasted').count(), 5);
      assert.match((await words(page, '.read-summary')).join(), /5 wasted \(71% of what is read\)/);
    }));

  it('is seen as a bar beyond its limit where one partition key gets too much', () =>
    see(
      'hot-key',
      async ({ page }) => page.getByRole('tab', { name: 'Partition heat' }).click(),
      async (page) => {
        assert.match((await words(page, '.hot-keys > li:first-child h2')).join(), /▲[\s\S]*DAY#\$\{day\}/);
        assert.equal(await page.locator('.hot-keys > li:first-child > .loads tr.beyond').count(), 1);
      },
    ));

  it('is seen in the index that nearly serves, where it does not hold what is asked for', () =>
    see('absent-projection', pattern('shelf'), async (page) => {
      assert.match((await words(page, '.route')).join(), /ByCategory: it does not project price/);
      const row = page.locator('.held tbody tr', { hasText: 'ByCategory' });
      assert.deepEqual(await row.locator('td').allInnerTexts(), [
        'not projected',
        ...['●\nheld', '●\nheld', '●\nheld'],
        'not projected',
        ...['●\nheld', '●\nheld'],
      ]);
    }));

  it('is seen between two rows where numbers stand in the order of text', () =>
    see('wrong-order', pattern('best'), async (page) => {
      assert.deepEqual(
        (await words(page, 'tr.order-break')).map((row) => /\d+ comes before \d+/.exec(row)?.[0]),
        ['1040 comes before 120', '700 comes before 85', '85 comes before 9'],
      );
    }));

  it('is seen as an entry that stays where it was where a key goes stale', () =>
    see('stale-key', pattern('ship'), async (page) => {
      assert.match((await words(page, '.entry.stale')).join(), /stale key[\s\S]*does not know placed/);
    }));
});
