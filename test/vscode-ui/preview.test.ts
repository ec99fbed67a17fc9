// The preview beside its editor, as a person uses it, in every theme and at every width.
// Deliberately not what is drawn of which model; test/webview has that.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../host/paths.ts';
import { runCommand, webviewFrame } from '../host/workbench.ts';
import { goToText, line } from './editor.ts';
import { describeDesk, picture, shot } from './support.ts';

const name = 'debrie-ecommerce.ddb.yaml';
const model = readFileSync(path.join(root, 'media/examples', name), 'utf8');

describeDesk('the preview', { [name]: { example: name } }, (desk) => {
  it('draws the item collections and follows an edit', async () => {
    const { page } = desk();
    await page.setViewportSize({ width: 1600, height: 900 });
    await runCommand(page, 'DynamoDB Model: Open Preview to the Side');
    const frame = await webviewFrame(page, 'tr[data-row]');
    await shot(page, 'preview-opened');
    await page.keyboard.press('Control+B');
    await page.waitForTimeout(500);
    await shot(page, 'preview-wide');
    await frame.locator('tr[data-row]').nth(3).click();
    await page.waitForTimeout(800);
    await shot(page, 'preview-revealed');
    for (const tab of ['GSI1', 'Access patterns']) {
      await frame.getByRole('tab', { name: tab }).click();
      await page.waitForTimeout(300);
      await shot(page, `preview-${tab}`);
    }
    await page.setViewportSize({ width: 800, height: 700 });
    await page.waitForTimeout(500);
    await shot(page, 'preview-800-patterns');
    await frame.getByRole('tab', { name: 'Table' }).click();
    await page.waitForTimeout(300);
    await shot(page, 'preview-800');
  });
  it('themes', async () => {
    const { page } = desk();
    await page.setViewportSize({ width: 1600, height: 900 });
    for (const theme of ['Dark Modern', 'Dark High Contrast', 'Light High Contrast', 'Light Modern']) {
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+T');
      await page.locator('.quick-input-widget input').fill(theme);
      await page.waitForTimeout(700);
      await shot(page, `pick-${theme}`);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(1200);
      await shot(page, `theme-${theme}`);
      console.log(
        theme,
        await (await webviewFrame(page, '#panel')).evaluate(() =>
          [
            'charts-blue',
            'charts-orange',
            'charts-yellow',
            'charts-green',
            'charts-purple',
            'charts-red',
            'terminal-ansiCyan',
            'terminal-ansiMagenta',
            'panel-border',
            'contrastBorder',
            'list-inactiveSelectionBackground',
            'list-hoverBackground',
            'descriptionForeground',
            'inputValidation-warningBackground',
          ]
            .map(
              (n) => `${n}=${getComputedStyle(document.documentElement).getPropertyValue('--vscode-' + n)}`,
            )
            .join(' '),
        ),
      );
    }
  });
});
