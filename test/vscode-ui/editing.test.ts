// A person writes a model: what the editor shows of it, and what it says and mends as they type.
// Deliberately one mistake of a name and one of a route; which findings a text has is the fixtures' matter.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../host/paths.ts';
import { runCommand } from '../host/workbench.ts';
import {
  chooseFix,
  colourOf,
  goToText,
  hoverOn,
  isDirty,
  lensAbove,
  line,
  quickFixes,
  save,
  textOf,
  wordBox,
} from './editor.ts';
import { around, describeDesk, part, picture, shot } from './support.ts';

const name = 'debrie-ecommerce.ddb.yaml';
const model = readFileSync(path.join(root, 'media/examples', name), 'utf8');
const unserved = 'customerByEmail: { query: Customer, where: email, rate: 20/s }';

describeDesk('a model in the editor', { [name]: { example: name } }, (desk) => {
  it('has different colours for the parts of a key template', async () => {
    const { page } = desk();
    const key = 'SK: "#ORDER#${order_id}"';
    await goToText(page, model, key);
    const literal = await colourOf(page, key, '#ORDER#');
    const braces = await colourOf(page, key, '${');
    const attribute = await colourOf(page, key, 'order_id');
    assert.equal(new Set([literal, braces, attribute]).size, 3, `${literal} ${braces} ${attribute}`);
  });

  it('has route and units above each pattern', async () => {
    const { page } = desk();
    await goToText(page, model, 'updateOrderStatus:');
    await lensAbove(page, 'getOrderWithItems:', 'Query GSI1 · 0.5 RCU a call');
    await lensAbove(page, 'saveOrder:', 'TransactWriteItems · 12 WCU a call');
    await shot(page, 'lenses');
  });

  it('tells on hover route and units first, then the request and the working', async () => {
    const { page } = desk();
    await goToText(page, model, 'getOrderWithItems:');
    // Lenses that come while the hover is up move the line from under it, and the hover goes.
    await lensAbove(page, 'getOrderWithItems:', 'Query GSI1');
    const hover = await hoverOn(page, 'getOrderWithItems:', 'getOrderWithItems', 'RCU');
    // VS Code colours code later than it shows it.
    await hover.locator('.monaco-tokenized-source').nth(1).waitFor();
    const text = await textOf(hover);
    const inOrder = [
      ...['Query GSI1', '0.5 RCU a call', '60 RCU/s at its rate', '250 RCU/s at its peak'],
      ...['KeyConditionExpression: "#GSI1PK = :GSI1PK"', 'Working:', 'units of 4 KB'],
    ];
    const places = inOrder.map((each) => text.indexOf(each));
    assert.ok(!places.includes(-1), text);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      text,
    );
    const seen = await hover.locator('.monaco-tokenized-source').first().boundingBox();
    const box = await hover.boundingBox();
    assert.ok(
      seen && box && seen.y + seen.height < box.y + box.height,
      'the request is seen without scrolling',
    );
    await picture(page, 'hover', around(box, { left: 84, right: 60, top: 22, bottom: 130 }));
  });

  it('tells on hover the keys and the bytes of an entity', async () => {
    const { page } = desk();
    await goToText(page, model, 'Order:\n');
    const hover = await hoverOn(page, 'Order:', 'Order', 'an entity of EcommerceTable');
    const text = await textOf(hover);
    for (const each of ['GSI1PK = ORDER#${order_id}', '20,000,000 items', 'total_amount']) {
      assert.ok(text.includes(each), text);
    }
    await shot(page, 'hover-entity');
  });

  it('marks exactly the wrong name, and mends it in one step', async () => {
    const { page } = desk();
    const right = 'GSI1PK: "ORDER#${order_id}"';
    const wrong = 'GSI1PK: "ORDER#${orderid}"';
    await goToText(page, model, right, 'GSI1PK: "ORDER#${order_'.length);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await line(page, wrong).waitFor();
    const squiggle = await page.locator('.squiggly-error').first().boundingBox();
    const word = await wordBox(page, wrong, 'orderid');
    assert.ok(squiggle && Math.abs(squiggle.x - word.x) < 2 && Math.abs(squiggle.width - word.width) < 2);
    const hover = await hoverOn(page, wrong, 'orderid', 'Did you mean order_id?');
    assert.match(await textOf(hover), /template\/unknown-attribute/);
    await shot(page, 'mistake');

    await save(page);
    assert.deepEqual(await quickFixes(page), [
      'Change to order_id',
      'Declare orderid as an attribute of Order',
      'Silence template/unknown-attribute here, with a reason',
    ]);
    await shot(page, 'mistake-fixes');
    await chooseFix(page, 'Change to order_id');
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Z');
    await line(page, wrong).waitFor();
    assert.equal(await isDirty(page), false, 'one undo gives back the text that was saved');
    await page.keyboard.press('Control+Y');
    await save(page);
  });

  it('says why nothing serves a pattern, and writes the keys that do', async () => {
    const { page } = desk();
    await goToText(page, model, 'updateOrderStatus:');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(unserved);
    await page.keyboard.press('Escape');
    await lensAbove(page, unserved, 'not served');
    const hover = await hoverOn(page, unserved, 'customerByEmail', 'Nothing serves customerByEmail');
    const text = await textOf(hover);
    assert.match(text, /the table: its partition key PK needs user_name, which the pattern does not give/);
    assert.match(text, /GSI1: no Customer is in it, for want of GSI1PK and GSI1SK/);
    await shot(page, 'not-served');

    await page.keyboard.press('Home');
    const [serve] = await quickFixes(page);
    assert.equal(serve, 'Serve it by GSI1, which has room: write its keys on Customer');
    await shot(page, 'not-served-fixes');
    await chooseFix(page, serve);
    await lensAbove(page, unserved, 'Query GSI1 · 0.5 RCU a call');
    await goToText(page, model, 'SK: "CUSTOMER#');
    await line(page, 'GSI1PK: "EMAIL#${email}"').waitFor();
    await shot(page, 'not-served-fixed');
    await page.keyboard.press('Control+Z');
    await line(page, 'GSI1PK: "EMAIL#${email}"').waitFor({ state: 'detached' });
    await goToText(page, model, 'getOrderWithItems:');
    await lensAbove(page, unserved, 'not served');
  });

  it('lists in the Problems panel the reason for each candidate', async () => {
    const { page } = desk();
    await page.mouse.move(0, 0);
    await page.setViewportSize({ width: 1000, height: 560 });
    await page.keyboard.press('Control+B');
    await runCommand(page, 'Problems: Focus on Problems View');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'Nothing serves' }).first();
    await problem.click();
    // What is related to the problem says the same with places.
    await page.keyboard.press('ArrowLeft');
    const text = await textOf(problem);
    assert.match(text, /the table: its partition key PK needs user_name/);
    assert.match(text, /GSI1: no Customer is in it/);
    await line(page, unserved).click();
    await page.keyboard.press('End');
    await page.mouse.move(0, 0);
    const box = await part(
      page,
      '.part.editor',
      '.markers-panel .monaco-list-row:has-text("Nothing serves")',
    );
    await picture(page, 'diagnostics', around(box, { left: 0, right: 0, top: 0, bottom: 12 }));
  });
});
