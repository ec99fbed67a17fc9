// The pictures of the preview that the README shows, of the model that its first steps open.
// Deliberately drawn by the page itself, as VS Code's own frame around it says nothing.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../host/browser.ts';
import { root, shotsFolder } from '../host/paths.ts';
import { openPreview, type Preview, servePreview } from './page.ts';

const example = 'media/examples/debrie-ecommerce.ddb.yaml';

describe('the pictures of the README', function () {
  this.timeout(180_000);
  let browser: Browser;
  let server: Server;
  let preview: Preview;

  before(async () => {
    mkdirSync(shotsFolder, { recursive: true });
    browser = await launchChromium();
    const { server: own, address } = await servePreview();
    server = own;
    preview = await openPreview(browser, address, { theme: 'light', width: 1000, height: 640 });
    await preview.show(readFileSync(path.join(root, example), 'utf8'));
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** Kept in shots/, and with `--pictures` beside the README. */
  async function picture(name: string): Promise<void> {
    const shot = path.join(shotsFolder, `${name}.png`);
    await preview.page.screenshot({ path: shot });
    const kept = process.env.SINGLET_PICTURES;
    if (kept) copyFileSync(shot, path.join(kept, `${name}.png`));
  }

  it('show the item collections of the table', async () => {
    assert.ok((await preview.page.locator('tr[data-row]').count()) > 5);
    await picture('preview');
  });

  it('show what a pattern reads', async () => {
    await preview.select({ pattern: 'getOrderWithItems' }, true);
    await preview.settled();
    assert.ok((await preview.page.locator('tr.returned').count()) > 1);
    await picture('preview-pattern');
  });

  it('show what the table costs', async () => {
    await preview.page.getByRole('tab', { name: 'Cost', exact: true }).click();
    await preview.page.locator('.money').waitFor();
    await picture('preview-cost');
  });
});
