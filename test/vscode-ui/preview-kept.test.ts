// What the preview keeps while another editor covers it, and when the window is loaded anew.
// Deliberately looks at one tab; what is kept of the others is the same value, and test/webview reads it back.
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { reloadWindow, runCommand, webviewFrame } from '../host/workbench.ts';
import { describeDesk, shot } from './support.ts';

const name = 'debrie-ecommerce.ddb.yaml';
const other = 'notes.txt';
const pattern = 'getOrderWithItems';

/** What a person would miss if it were gone. */
interface Kept {
  readonly tab: string;
  readonly pattern: string | null;
  /** Of the panel, in whole CSS pixels. */
  readonly top: number;
}

async function kept(frame: Frame): Promise<Kept> {
  return {
    tab: await frame.locator('[role="tab"][aria-controls="panel"][aria-selected="true"]').innerText(),
    pattern: await frame.locator('.pattern-detail').getAttribute('aria-label'),
    top: await frame.locator('#panel').evaluate((panel) => Math.round(panel.scrollTop)),
  };
}

describeDesk('a preview that was gone for a while', { [name]: { example: name }, [other]: 'x' }, (desk) => {
  let first: Kept;

  /** The preview, once what was chosen is drawn in it. */
  const drawn = (): Promise<Frame> => webviewFrame(desk().page, `.pattern-detail[aria-label="${pattern}"]`);

  before(async () => {
    const { page } = desk();
    await page.setViewportSize({ width: 1280, height: 500 });
    await runCommand(page, 'DynamoDB Model: Open Preview to the Side');
    const frame = await webviewFrame(page, 'tr[data-row]');
    await frame.getByRole('tab', { name: 'Access patterns' }).click();
    await frame.locator('.pattern-list').getByText(pattern, { exact: true }).first().click();
    await drawn();
    await frame.locator('#panel').evaluate((panel) => panel.scrollTo({ top: 120 }));
    // The page saves what it shows a moment after the scroll.
    await page.waitForTimeout(500);
    first = await kept(frame);
    assert.deepEqual(first, { tab: 'Access patterns', pattern, top: 120 });
  });

  it('is as it was after another editor covered it', async () => {
    const { page } = desk();
    const preview = page.locator('.tab', { hasText: `Preview ${name}` });
    await preview.click();
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').fill(other);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: other }).first().click();
    await page.locator('.tab.active', { hasText: other }).waitFor();
    await preview.click();
    assert.deepEqual(await kept(await drawn()), first);
  });

  it('is as it was after the window was loaded anew', async () => {
    const { page } = desk();
    await reloadWindow(page);
    const frame = await drawn();
    await shot(page, 'preview-after-reload');
    assert.deepEqual(await kept(frame), first);
  });
});
