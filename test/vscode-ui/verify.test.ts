// Verify as a person sees it: the Test Explorer with a verdict of each kind.
// Deliberately no more; what differs, and what is kept of it, is tested in test/vscode.
import type { Locator, Page } from 'playwright-core';
import { runCommand } from '../host/workbench.ts';
import { describeDesk, picture } from './support.ts';

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
    await picture(page, 'verify');
  });
});
