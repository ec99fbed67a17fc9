// Verify as a person sees it: the Test Explorer with a verdict of each kind, and what differs side by side.
// Deliberately no more; what is told to VS Code, and what is kept, is tested in test/vscode.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { runCommand } from '../host/workbench.ts';
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
    await picture(page, 'verify');
  });

  it('shows both sides of what differs, an attribute on a line, and keeps the items by a button', async () => {
    const { page } = desk();
    await runCommand(page, 'Test Results: Focus on Test Results View');
    const failure = page.locator('.test-output-peek-tree .monaco-list-row', { hasText: 'effect, with' });
    // On its title: in the middle are buttons that come with the pointer.
    await failure.first().click({ position: { x: 60, y: 10 } });
    const lines = async (side: 'original' | 'modified'): Promise<readonly string[]> => {
      const found = page.locator(`.monaco-diff-editor .editor.${side} .view-line`);
      await found.filter({ hasText: 'status=OPEN' }).waitFor();
      return (await found.allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '));
    };
    const [expected, actual] = [await lines('original'), await lines('modified')];
    assert.equal(expected[0], 'Order');
    assert.match(expected[1] ?? '', /^ {2}PK=CUSTOMER#[a-z]+$/);
    const missing = expected.filter((line) => !actual.includes(line));
    assert.equal(missing[0], '  OpenPK=OPEN');
    assert.match(missing[1] ?? '', /^ {2}OpenSK=[-\d]+$/);
    assert.equal(missing.length, 2);
    await shot(page, 'verify-difference');
    await failure.first().locator('a[aria-label="Keep as Sample"]').click({ timeout: 10_000 });
    await page.locator('.editor-group-container .view-line', { hasText: 'samples:' }).first().waitFor();
  });
});
