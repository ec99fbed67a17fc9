// The page that `singlet preview` writes, opened from a file in a real browser: all views, no complaint, no network.
// Deliberately the built bundle within it, as that is what is passed on.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { exportHtml } from '../../src/core/export/html.ts';
import { wholePreview } from '../../src/core/preview/whole.ts';
import { createSnapshot } from '../../src/core/snapshot.ts';
import { launchChromium } from '../host/browser.ts';
import { root, shotsFolder } from '../host/paths.ts';
import { accessibilityFlaws } from './axe.ts';
import { design } from './page.ts';

const bundle = (name: string): string => fs.readFileSync(path.join(root, 'dist', name), 'utf8');

/** Text of the model that would be markup, were it not for the escaping. */
const hostile = `version: 1
table: { name: "</title><script>document.body.id='bad'</script>", partitionKey: PK }
entities:
  "</script><img src=x onerror=document.body.id='bad'>":
    attributes: { name: string }
    keys: { PK: "C#\${name}" }
    samples: [{ name: "<!--<script>" }, { name: "--></script><script>document.body.id='bad'</script>" }]
`;

describe('the exported page in a browser', function () {
  this.timeout(90_000);
  let browser: Browser;
  let folder: string;
  let complaints: string[];
  let page: Page;

  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'singlet-export-'));
    fs.mkdirSync(shotsFolder, { recursive: true });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    assert.deepEqual(complaints, [], 'the page complains');
    await page.context().close();
  });

  async function open(model: string, look: BrowserContextOptions = {}): Promise<void> {
    const file = path.join(folder, 'shop.html');
    const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
    const parts = { script: bundle('webview.js'), styles: bundle('webview.css'), hash };
    fs.writeFileSync(file, exportHtml(wholePreview(createSnapshot(model)), parts, 'shop'));
    const context = await browser.newContext({ viewport: { width: 1100, height: 760 }, ...look });
    page = await context.newPage();
    complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) complaints.push(`asks for ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
  }

  const turnTo = (tab: string): Promise<void> => page.getByRole('tab', { name: tab, exact: true }).click();
  const shot = (name: string) => page.screenshot({ path: path.join(shotsFolder, `exported-${name}.png`) });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`shows all five views, ${colorScheme}`, async () => {
      await open(design('debrie-github'), { colorScheme });
      const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(background, colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(31, 31, 31)');
      const views = [
        ['Table and indexes', 'tr[data-row]'],
        ['Access patterns', '[role=option]'],
        ['Cost', '.money'],
        ['Partition heat', '.on-heat tbody tr, .on-heat [role=option], .on-heat .meter, .on-heat li'],
        ['Relations', '.on-relations svg'],
      ] as const;
      for (const [tab, content] of views) {
        await turnTo(tab);
        await page.locator(content).first().waitFor();
        assert.deepEqual(await accessibilityFlaws(page), [], tab);
        await shot(`${tab.split(' ')[0]?.toLowerCase()}-${colorScheme}`);
      }
    });
  }

  it('shows a pattern that is chosen', async () => {
    await open(design('debrie-github'));
    await turnTo('Access patterns');
    const option = page.locator('[role=option]').nth(1);
    await option.click();
    await page.locator('tr.returned, .write-matrix, .route').first().waitFor();
    assert.equal(await option.getAttribute('aria-selected'), 'true');
  });

  it('keeps any text of the model a text', async () => {
    await open(hostile);
    await page.locator('tr[data-row]').first().waitFor();
    assert.equal(await page.evaluate(() => document.body.id), '');
    assert.equal(await page.locator('img').count(), 0);
    assert.equal(await page.locator('script').count(), 2);
    assert.match(await page.title(), /^<\/title><script>/);
    assert.match((await page.locator('#panel').textContent()) ?? '', /--><\/script><script>/);
  });
});
