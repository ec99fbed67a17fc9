// `npm start` for real: the page at the printed address shows an example that Singlet has taken for a model.
// Deliberately uses VS Code in the browser even where a desktop has its own.
import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { launchChromium } from '../browser.ts';
import { end, start } from '../child.ts';
import { patienceMs } from '../workbench.ts';

/** Starts `npm start` and waits for the address it prints. */
async function startAndReadAddress() {
  const child = start('npm', ['start'], { env: { ...process.env, SINGLET_VSCODE: 'browser' } }, 'SIGTERM');
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const take = (bytes: Buffer): void => {
      output += String(bytes);
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?\S+/.exec(output)?.[0];
      if (found) resolve(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', (code) => reject(new Error(`npm start ended with exit code ${code}:\n${output}`)));
  });
  return { child, address, folder: new URL(address).searchParams.get('folder') ?? '' };
}

describe('npm start', () => {
  it('serves VS Code with an example open as a DynamoDB model, until it is ended', async () => {
    const { child, address, folder } = await startAndReadAddress();
    try {
      assert.equal((await fetch(address)).status, 200);
      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        page.setDefaultTimeout(patienceMs);
        await page.goto(address, { waitUntil: 'commit' });
        await page.locator('.tab.active', { hasText: '.ddb.yaml' }).waitFor();
        await page.locator('.statusbar-item', { hasText: 'DynamoDB Model' }).first().waitFor();
      } finally {
        await browser.close();
      }
      await end(child);
      await assert.rejects(fetch(address), 'the server outlived npm start');
    } finally {
      await end(child);
      if (existsSync(folder)) rmSync(folder, { recursive: true });
    }
  });
});
