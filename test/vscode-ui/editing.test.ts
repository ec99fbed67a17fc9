// A person writes a model: what the editor shows of it, and what it says and mends as they type.
// Deliberately one mistake of a name and one of a route; which findings a text has is the fixtures' matter.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../host/paths.ts';
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
  wordBox,
} from './editor.ts';
import { describeDesk, picture, shot } from './support.ts';

const name = 'debrie-ecommerce.ddb.yaml';
const model = readFileSync(path.join(root, 'media/examples', name), 'utf8');

describeDesk('a model in the editor', { [name]: { example: name } }, (desk) => {
  it('colours the parts of a key template differently', async () => {
    const { page } = desk();
    await goToText(page, model, 'SK: "#ORDER#');
    const key = 'SK: "#ORDER#${order_id}"';
    const literal = await colourOf(page, key, '#ORDER#');
    const braces = await colourOf(page, key, '${');
    const attribute = await colourOf(page, key, 'order_id');
    assert.equal(new Set([literal, braces, attribute]).size, 3, `${literal} ${braces} ${attribute}`);
    await shot(page, 'colours');
  });

  it('shows route and units above each pattern', async () => {
    const { page } = desk();
    await goToText(page, model, 'updateOrderStatus:');
    assert.equal(await lensAbove(page, 'getOrderWithItems:'), 'Query GSI1 · 0.5 RCU a call');
    assert.equal(await lensAbove(page, 'saveOrder:'), '12 WCU a call');
    await shot(page, 'lenses');
  });

  it('shows on hover the route, the request and the units with their working', async () => {
    const { page } = desk();
    await goToText(page, model, 'getOrderWithItems');
    const hover = await hoverOn(page, 'getOrderWithItems:', 'getOrderWithItems', 'RCU');
    await hover.locator('.monaco-tokenized-source').nth(1).waitFor();
    const text = (await hover.innerText()).replaceAll('\u00a0', ' ');
    const inOrder = [
      'Query GSI1',
      '0.5 RCU a call',
      '250 RCU/s at its peak',
      'KeyConditionExpression: "#GSI1PK = :GSI1PK"',
      'eventually consistent',
    ];
    const places = inOrder.map((part) => text.indexOf(part));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      text,
    );
    assert.ok(!places.includes(-1), text);
    await shot(page, 'hover');
    for (const [word, sought, inLine] of [
      ['createCustomer', 'WCU'],
      ['getCustomerAndRecentOrders', 'RCU'],
      ['saveOrder', 'WCU'],
      ['Customer', 'EcommerceTable', 'Customer:'],
      ['GSI1', 'index', 'GSI1:'],
      ['Order', 'EcommerceTable', 'Order:'],
      ['upsertAddress', 'WCU'],
    ] as const) {
      await goToText(page, model, inLine ?? word);
      await hoverOn(page, inLine ?? word, word, sought);
      await page.waitForTimeout(800);
      await shot(page, `hover-${word}`);
    }
  });

  it('marks exactly the wrong name, and mends it in one step', async () => {
    const { page } = desk();
    await goToText(page, model, 'GSI1PK: "ORDER#${order_id}"', 'GSI1PK: "ORDER#${order_'.length);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    const wrong = 'GSI1PK: "ORDER#${orderid}"';
    const squiggle = await page.locator('.squiggly-error').first().boundingBox();
    const word = await wordBox(page, wrong, 'orderid');
    assert.ok(squiggle && Math.abs(squiggle.x - word.x) < 2 && Math.abs(squiggle.width - word.width) < 2);
    const hover = await hoverOn(page, wrong, 'orderid', 'Did you mean order_id?');
    await shot(page, 'mistake-hover');
    assert.match((await hover.textContent()) ?? '', /template\/unknown-attribute/);

    await save(page);
    assert.deepEqual(await quickFixes(page), [
      'Change to order_id',
      'Declare orderid as an attribute of Order',
      'Silence template/unknown-attribute here, with a reason',
    ]);
    await shot(page, 'mistake-fixes');
    await chooseFix(page, 'Change to order_id');
    await line(page, 'GSI1PK: "ORDER#${order_id}"').waitFor();
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    assert.ok(await isDirty(page));
    await page.keyboard.press('Control+Z');
    await line(page, wrong).waitFor();
    assert.equal(await isDirty(page), false);
    await page.keyboard.press('Control+Y');
    await save(page);
  });

  it('says why nothing serves a pattern, and writes the keys that do', async () => {
    const { page } = desk();
    await goToText(page, model, 'updateOrderStatus');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('customerByEmail: { query: Customer, where: email, rate: 20/s }');
    await page.keyboard.press('Escape');
    await page.locator('.squiggly-error').first().waitFor();
    assert.equal(await lensAbove(page, 'customerByEmail'), 'not served');
    const hover = await hoverOn(page, 'customerByEmail', 'customerByEmail', 'Nothing serves');
    await page.waitForTimeout(500);
    const text = (await hover.innerText()).replaceAll('\u00a0', ' ');
    console.log(text);
    await shot(page, 'not-served');
    await page.keyboard.press('Home');
    console.log(await quickFixes(page));
    await shot(page, 'not-served-fixes');
    await chooseFix(page, 'GSI1');
    await page.waitForTimeout(1500);
    console.log(await lensAbove(page, 'customerByEmail'));
    await shot(page, 'not-served-fixed');
    await page.keyboard.press('Control+Z');
    await page.locator('.squiggly-error').first().waitFor();
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .marker-message').first().waitFor();
    await page.waitForTimeout(500);
    await shot(page, 'not-served-panel');
  });
});
