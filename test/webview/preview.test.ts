// The preview in a real browser: what it draws, what outlives an update, and that a model's text stays text.
// Deliberately through the page alone, as a person or a screen reader meets it.
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../host/browser.ts';
import { design, load, openPreview, type Preview, servePreview } from './page.ts';
import { themes } from './themes.ts';

const shop = `version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
indexes: { GSI1: { partitionKey: GSI1PK, sortKey: SK } }
entities:
  Customer:
    attributes: { name: string }
    keys: { PK: "C#\${name}", SK: "C#\${name}" }
    samples: [{ name: ann }, { name: bob }]
  Order:
    attributes: { name: Customer.name, id: { type: string, size: 4 B }, note: { type: string, optional: true } }
    keys: { PK: "C#\${name}", SK: "O#\${id}", GSI1PK: "O#\${id}" }
    samples: [{ name: ann, id: 0002 }, { name: ann, id: 0001, note: NOTE }]
accessPatterns:
  ordersOfCustomer: { query: Order, where: name, rate: 5/s, description: The orders page }
  byNote: { query: Order, where: note }
  place: { transactWrite: [{ put: Order }, { check: Customer }], rate: 2/s }
`;

describe('the preview in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let server: Server;
  let address: string;
  let preview: Preview;
  let page: Page;

  before(async () => {
    browser = await launchChromium();
    ({ server, address } = await servePreview());
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
  beforeEach(async () => {
    preview = await openPreview(browser, address);
    page = preview.page;
  });
  afterEach(async () => {
    assert.deepEqual(preview.complaints, [], 'the page complains');
    await page.context().close();
  });

  const texts = (selector: string): Promise<string[]> =>
    page.locator(selector).evaluateAll((all) => all.map((each) => each.textContent?.trim() ?? ''));
  const selectedTab = (): Promise<string | null> =>
    page.getByRole('tab', { selected: true }).first().textContent();
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  /** Shows the table or an index. */
  const turnTo = (name: string): Promise<void> =>
    page.locator('.choice', { hasText: new RegExp(`^${name}$`) }).click();
  const shownTarget = (): Promise<string> => page.locator('.choice:has(:checked)').innerText();

  it('says that it is there, and waits in words', async () => {
    assert.deepEqual(await preview.sent(), [{ type: 'ready', questions: [{ kind: 'table' }] }]);
    assert.equal(await page.locator('#root').textContent(), 'Waiting for the model…');
  });

  it('draws item collections: the partition key spans its items, which stand in byte order', async () => {
    await preview.show(shop);
    assert.deepEqual(await texts('tbody th.partition'), ['C#ann', 'C#bob']);
    assert.equal(await page.locator('tbody th.partition').first().getAttribute('rowspan'), '3');
    assert.deepEqual(await texts('tbody th.sort'), ['C#ann', 'O#0001', 'O#0002', 'C#bob']);
    assert.deepEqual(await texts('tbody tr:nth-child(2) .name'), ['name', 'id', 'note', 'GSI1PK']);
    assert.equal(await page.locator('tbody tr:nth-child(3) td:nth-child(5)').textContent(), 'note–absent');
  });

  it('draws an index with its own items, and says what is not in it', async () => {
    await preview.show(shop);
    await turnTo('GSI1');
    assert.deepEqual(await texts('tbody th.partition'), ['O#0002', 'O#0001']);
    assert.deepEqual(await texts('.outside li'), ['CuCustomernever: no GSI1PK']);
  });

  it('keeps tab, scroll, selection and focus when the model changes', async () => {
    await preview.show(design('aws-online-shop'));
    await turnTo('GSI2');
    await page.locator('#panel').evaluate((panel) => panel.scrollTo(90, 300));
    await page.locator('tr[data-row]').nth(14).locator('th.sort').click();
    const row = await page.locator('[aria-current=true]').getAttribute('data-row');
    const before = await page.locator('#panel').evaluate((panel) => [panel.scrollLeft, panel.scrollTop]);
    await page.evaluate(() => document.querySelector('tr[data-row]')?.setAttribute('data-kept', 'yes'));

    await preview.show(design('aws-online-shop').replace('Quantity: number', 'Amount: number'));
    assert.equal(await shownTarget(), 'GSI2');
    assert.deepEqual(
      await page.locator('#panel').evaluate((panel) => [panel.scrollLeft, panel.scrollTop]),
      before,
    );
    assert.equal(await page.locator('[aria-current=true]').getAttribute('data-row'), row);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-row')), row);
    assert.equal(await page.locator('[data-kept]').count(), 1, 'the page was patched, not drawn anew');
  });

  it('keeps the scroll of each tab, also when the page is loaded again', async () => {
    const scrollTop = (): Promise<number> => page.locator('#panel').evaluate((panel) => panel.scrollTop);
    await preview.show(design('aws-online-shop'));
    await page.locator('#panel').evaluate((panel) => panel.scrollTo(0, 400));
    await page.waitForTimeout(300);
    await turnTo('GSI1');
    assert.equal(await scrollTop(), 0);
    await tab('Relations').click();
    await preview.settled();
    await tab('Table and indexes').click();
    await turnTo('Table');
    assert.equal(await scrollTop(), 400);
    await page.waitForTimeout(300);
    await load(page, address, themes.dark);
    await preview.show(design('aws-online-shop'));
    assert.equal(await scrollTop(), 400);
  });

  it('begins anew for another document, and drops what is stale', async () => {
    await preview.show(shop, 5);
    await turnTo('GSI1');
    await preview.show(shop.replace('name: Shop', 'name: Older'), 4);
    assert.match((await page.locator('h1').textContent()) ?? '', /^Shop/);
    await preview.show(shop.replace('name: Shop', 'name: Other'), 1, { document: 'file:///other.ddb.yaml' });
    assert.match((await page.locator('h1').textContent()) ?? '', /^Other/);
    assert.equal(await shownTarget(), 'Table');
  });

  it('keeps the last picture of a text that does not parse, and says so', async () => {
    await preview.show(shop, 1);
    await preview.show(shop, 2, { stale: true });
    assert.match((await page.locator('.stale').textContent()) ?? '', /last picture/);
    assert.equal(await page.locator('tbody th.partition').count(), 2);
    await preview.show(shop, 3);
    assert.equal(await page.locator('.stale').textContent(), '');
  });

  it('is worked by keyboard alone', async () => {
    await preview.show(shop);
    await tab('Table and indexes').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await selectedTab(), 'Access patterns');
    await page.keyboard.press('End');
    assert.equal(await selectedTab(), 'Relations');
    await page.keyboard.press('ArrowRight');
    assert.equal(await selectedTab(), 'Table and indexes');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    assert.equal(await shownTarget(), 'GSI1');
    await page.keyboard.press('ArrowUp');
    // A key that comes before the rows are drawn moves in those that were there.
    await preview.settled();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const current = (): Promise<string | null> => page.locator('[aria-current=true] .sort').textContent();
    assert.equal(await current(), 'O#0001');
    await page.keyboard.press('End');
    assert.equal(await current(), 'C#bob');
    await page.keyboard.press('Enter');
    const reveal = (await preview.sent()).find(({ type }) => type === 'reveal');
    assert.ok(reveal?.type === 'reveal');
    assert.equal(shop.slice(reveal.span.start, reveal.span.end), '{ name: bob }');
  });

  it('reveals entities, patterns and items in the editor', async () => {
    await preview.show(shop, 7);
    await page.getByRole('button', { name: 'Order' }).click();
    await tab('Access patterns').click();
    await page.getByRole('option', { name: 'byNote' }).click();
    await page.getByRole('button', { name: 'byNote', exact: true }).click();
    const revealed = (await preview.sent()).flatMap((message) =>
      message.type === 'reveal' ? [[message.of, shop.slice(message.span.start, message.span.end)]] : [],
    );
    assert.deepEqual(revealed, [
      [7, 'Order'],
      [7, 'byNote'],
    ]);
  });

  it('has names for what screen readers meet', async () => {
    await preview.show(shop);
    assert.equal(await page.getByRole('tablist', { name: 'Views' }).count(), 1);
    assert.equal(await page.getByRole('tabpanel', { name: 'Table and indexes' }).count(), 1);
    assert.equal(await page.getByRole('radiogroup', { name: 'Table or index' }).count(), 1);
    assert.equal(await page.getByRole('columnheader', { name: 'PK partition key' }).count(), 1);
    assert.equal(await page.getByRole('rowheader', { name: 'O#0001' }).count(), 1);
    assert.equal(await page.getByRole('cell', { name: 'note NOTE' }).count(), 1);
    assert.equal(await page.locator('td.of .unseen').first().textContent(), 'Customer');
  });

  it('never makes markup of a text', async () => {
    const hostile = [
      '<img src=x onerror=alert(1)>',
      '</script><script>alert(2)</script>',
      '<svg onload=alert(3)>',
      '"><b>bold</b>',
      '{{constructor}}',
    ];
    const text = `version: 1
table: { name: '<h1>table</h1>', partitionKey: '<i>PK</i>', sortKey: SK }
indexes: { 'x</title><u>': { partitionKey: '<u>key</u>' } }
entities:
  '<a href=x>':
    attributes: { '<em>name</em>': string, '<u>key</u>': { type: string } }
    keys: { '<i>PK</i>': "<q>#\${<em>name</em>}", SK: S }
    count: '3'
    samples:
${hostile.map((each) => `      - { '<em>name</em>': '${each}', '<u>key</u>': '${each}' }`).join('\n')}
accessPatterns:
  '<script>alert(4)</script>': { get: '<a href=x>', description: '<iframe src=//x>' }
`;
    await preview.show(text);
    assert.equal(await page.locator('tr[data-row]').count(), hostile.length);
    for (const view of await page.getByRole('tablist', { name: 'Views' }).getByRole('tab').all()) {
      await view.click();
      await preview.settled();
      const foreign =
        'img, svg svg, svg[onload], iframe, script:not([src]), i, em, u, q, a, h1 h1, [onerror], [onload]';
      assert.equal(await page.locator(`body :is(${foreign})`).count(), 0);
      assert.equal(await page.locator('b', { hasText: /^bold$/ }).count(), 0);
    }
    assert.match((await page.locator('h1').textContent()) ?? '', /^<h1>table<\/h1>/);
  });

  it('says in plain words what is missing', async () => {
    const words = async (text: string): Promise<string> => {
      await preview.show(text);
      return (await page.locator('.empty').textContent()) ?? '';
    };
    assert.match(await words('version: 1'), /^The table has no partition key yet/);
    const keys = 'version: 1\ntable: { name: T, partitionKey: PK }\n';
    assert.equal(await words(keys), 'There are no entities yet. Their items appear here.');
    assert.equal(
      await words(`${keys}entities: { A: { attributes: { x: string } } }`),
      'No sample item could be made.',
    );
    await tab('Access patterns').click();
    assert.match((await page.locator('.empty').textContent()) ?? '', /^There are no access patterns yet/);
  });
});
