// Verify as a person uses it: the Test Explorer, what differs side by side, and the button that keeps it as a sample.
// Deliberately one model with one verdict of each kind; test/vscode has the rest.
import type { Locator, Page } from 'playwright-core';
import { runCommand } from '../host/workbench.ts';
import { line } from './editor.ts';
import { describeDesk, picture, shot } from './support.ts';

const text = `version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
indexes:
  Open: { partitionKey: OpenPK, sortKey: OpenSK }
entities:
  Order:
    attributes:
      customer: { type: string, pattern: "^[a-z]+$", size: 8 B }
      number: { type: number, min: 0, max: 99999 }
      status: { enum: [OPEN, SENT] }
      placed: date
    keys:
      PK: "CUSTOMER#\${customer}"
      SK: "ORDER#\${number | pad(5)}"
      Open: { when: status = OPEN, OpenPK: OPEN, OpenSK: "\${placed}" }
    count: 9 per customer
accessPatterns:
  order: { get: Order }
  reopen: { update: Order, set: [status = OPEN], when: status = SENT }
  sales: { analyze: Order, needs: [aggregate] }
`;

describeDesk('verifying', { 'shop.ddb.yaml': text }, (desk) => {
  const row = (page: Page, label: string): Locator =>
    page.locator('.test-explorer .monaco-list-row', { hasText: label });

  it('shows each pattern as a test, and what came of it', async () => {
    const { page } = desk();
    await page.locator('.activitybar a[aria-label="Testing"]').click();
    await row(page, 'shop.ddb.yaml').first().click();
    await page.keyboard.press('ArrowRight');
    await row(page, 'order').first().waitFor();
    await runCommand(page, 'Test: Run All Tests');
    for (const [label, icon] of [
      ['order', 'passed'],
      ['reopen', 'failed'],
      ['sales', 'skipped'],
    ] as const) {
      await row(page, label).locator(`.codicon-testing-${icon}-icon`).first().waitFor();
    }
  });

  it('shows the items expected and the items found side by side', async () => {
    const { page } = desk();
    const results = page.locator('.test-output-peek-tree .monaco-list-row');
    await results.filter({ hasText: 'OpenSK stays as before' }).first().click();
    const sides = page.locator('.test-output-peek-message-container .monaco-diff-editor');
    await sides.first().waitFor();
    for (const side of ['original', 'modified']) {
      await sides.locator(`.editor.${side} .view-line`, { hasText: 'CUSTOMER#' }).first().waitFor();
    }
    await picture(page, 'verify');
    await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
    await page.locator('.monaco-workbench.vs-dark').waitFor();
    await shot(page, 'verify-in-dark');
    await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
    await page.locator('.monaco-workbench.vs:not(.vs-dark)').waitFor();
  });

  it('keeps the item of a failure as a sample, until that is undone', async () => {
    const { page } = desk();
    await page.locator('.test-output-peek-message-container').getByText('Keep as Sample').first().click();
    await line(page, 'samples:').waitFor();
    await line(page, 'status: SENT').waitFor();
    await page.keyboard.press('Control+Z');
    await line(page, 'samples:').waitFor({ state: 'hidden' });
  });
});
