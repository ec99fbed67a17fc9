// A folder of models: problems of those that are not open, what is generated from one, a new one from an example.
// Deliberately no content of what is generated; the golden files of the targets have it.
import assert from 'node:assert/strict';
import { openFile, runCommand } from '../host/workbench.ts';
import { describeDesk, shot } from './support.ts';

const wellText = `version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
entities:
  Customer:
    attributes: { username: { type: string, size: 12 B }, email: email }
    keys: { PK: "CUSTOMER#\${username}", SK: PROFILE }
accessPatterns:
  profile: { get: Customer, rate: 50/s }
`;
const closedText = `${wellText}  byEmail: { query: Customer, where: email }
  orders: { get: Custumer }
`;

describeDesk('a folder of models', { 'shop.ddb.yaml': wellText, 'closed.ddb.yaml': closedText }, (desk) => {
  it('lists the problems of a model that is not open, with the page of each rule', async () => {
    const { page } = desk();
    await page.keyboard.press('Control+Shift+M');
    const problems = page.locator('.markers-panel');
    await problems.locator('.marker-message').first().waitFor();
    await page.waitForTimeout(500);
    await shot(page, 'problems-closed');
    console.log(await problems.innerText());
    await problems.locator('a', { hasText: 'name/unknown-entity' }).first().click();
    await page.waitForTimeout(3000);
    await shot(page, 'rule-page');
  });

  it('generates a table definition into a new editor', async () => {
    const { page } = desk();
    await openFile(page, 'shop.ddb.yaml');
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill('>DynamoDB Model:');
    await page.waitForTimeout(700);
    await shot(page, 'palette');
    await page.keyboard.press('Escape');
    await runCommand(page, 'DynamoDB Model: Generate Table Definition');
    await page.waitForTimeout(1500);
    await shot(page, 'generate-pick');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'CloudFormation' }).first().click();
    await page.waitForTimeout(1500);
    await shot(page, 'generated');
  });

  it('makes a new model from an example', async () => {
    const { page } = desk();
    await runCommand(page, 'DynamoDB Model: New Model from Example');
    await page.waitForTimeout(1500);
    await shot(page, 'new-pick');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Git' }).first().click();
    await page.waitForTimeout(1000);
    await shot(page, 'new-name');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(2000);
    await shot(page, 'new-model');
  });
});
