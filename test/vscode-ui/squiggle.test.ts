import assert from 'node:assert/strict';
import { hoverText } from '../host/workbench.ts';
import { describeDesk, shot } from './support.ts';

describeDesk('a model with a mistake', { 'shop.ddb.yaml': 'table: [unclosed\n' }, (desk) => {
  it('shows a squiggle whose hover says what the Problems panel says', async () => {
    const { page } = desk();
    await page.locator('.statusbar-item', { hasText: 'DynamoDB Model' }).first().waitFor();
    await page.waitForSelector('.monaco-editor .squiggly-error');

    await page.keyboard.press('Control+Shift+M');
    const problem = page.locator('.markers-panel .marker-message').first();
    await problem.waitFor();
    const message = ((await problem.textContent()) ?? '').trim();
    await shot(page, 'problems-panel');

    const hover = await hoverText(page, '.monaco-editor .squiggly-error');
    await shot(page, 'squiggle-hover');
    assert.ok(message.length > 0 && hover.includes(message), `panel: ${message}\nhover: ${hover}`);
  });
});
