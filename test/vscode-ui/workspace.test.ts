// A folder of models: problems of those that are not open, what is generated from one, a new one from an example.
// Deliberately little of what is generated; the golden files of the targets have it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../host/paths.ts';
import { hoverText, openFile, runCommand, webviewFrame } from '../host/workbench.ts';
import { line, textOf } from './editor.ts';
import { describeDesk, shot } from './support.ts';

const text = `version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
entities:
  Customer:
    attributes: { username: { type: string, size: 12 B }, email: email }
    keys: { PK: "CUSTOMER#\${username}", SK: PROFILE }
accessPatterns:
  profile: { get: Customer, rate: 50/s }
`;
const files = {
  'broken.ddb.yaml': 'table: [unclosed\n',
  'shop.ddb.yaml': text,
  'closed.ddb.yaml': text.replace('get: Customer', 'get: Custumer'),
};

describeDesk('a folder of models', files, (desk) => {
  it('says in the hover of a squiggle what the Problems panel says', async () => {
    const { page } = desk();
    await page.waitForSelector('.monaco-editor .squiggly-error');
    // Before the panel opens, which may cover the line.
    const hover = await hoverText(page, '.monaco-editor .squiggly-error');
    await page.mouse.move(0, 0);
    await page.keyboard.press('Control+Shift+M');
    const row = page.locator('.markers-panel .monaco-list-row', { has: page.locator('.marker-message') });
    const message = await textOf(row.first().locator('.marker-message').first());
    assert.ok(message.length > 0 && hover.includes(message), `panel: ${message}\nhover: ${hover}`);
  });

  it('lists the problems of a model that is not open, and leads to the page of their rule', async () => {
    const { page } = desk();
    const problems = page.locator('.markers-panel');
    const problem = problems.locator('.monaco-list-row', { hasText: 'There is no entity Custumer.' });
    await problem.waitFor();
    assert.match(await textOf(problems), /closed\.ddb\.yaml.*\[Ln 8, Col 19\]/s);
    assert.equal(await page.locator('.tab', { hasText: 'closed.ddb.yaml' }).count(), 0);
    await shot(page, 'problems');

    await problem.locator('a', { hasText: 'name/unknown-entity' }).click();
    const rulePage = await webviewFrame(page, 'h1');
    assert.equal(await rulePage.locator('h1').innerText(), 'An entity that is not declared');
    await shot(page, 'rule-page');
  });

  it('generates a table definition into a new editor', async () => {
    const { page } = desk();
    await openFile(page, 'shop.ddb.yaml');
    await runCommand(page, 'DynamoDB Model: Generate Table Definition');
    const target = page.locator('.quick-input-list .monaco-list-row', { hasText: 'CloudFormation' });
    await target.waitFor();
    await shot(page, 'generate');
    await target.click();
    await line(page, 'Type: AWS::DynamoDB::Table').waitFor();
    await page.locator('.statusbar-item', { hasText: /^YAML$/ }).waitFor();
    await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await shot(page, 'generated');
  });

  it('begins a new model with an example', async () => {
    const { page, folder } = desk();
    await runCommand(page, 'DynamoDB Model: New Model from Example');
    const example = page.locator('.quick-input-list .monaco-list-row', { hasText: 'GitHub' });
    await example.waitFor();
    await shot(page, 'new-model');
    await example.click();
    const input = page.locator('.quick-input-widget input');
    await page.locator('.quick-input-message', { hasText: 'The name of the new file' }).waitFor();
    assert.equal(await input.inputValue(), 'debrie-github.ddb.yaml');
    await page.keyboard.type('mine');
    assert.equal(await input.inputValue(), 'mine.ddb.yaml', 'typing replaces the name and keeps the ending');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'mine.ddb.yaml' }).waitFor();
    await line(page, 'name: GitHubTable').waitFor();
    assert.equal(
      readFileSync(path.join(folder, 'mine.ddb.yaml'), 'utf8'),
      readFileSync(path.join(root, 'media/examples/debrie-github.ddb.yaml'), 'utf8'),
    );
  });
});
