// Each view of the preview in a real browser: patterns, cost, heat, relations, and the item that is chosen.
// Deliberately what a person reads there; the figures themselves are the core's tests.
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../host/browser.ts';
import { openPreview, type Preview, servePreview } from './page.ts';

const shop = `version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
indexes:
  ByMonth: { partitionKey: GSI1PK, sortKey: SK, projection: [total] }
entities:
  Customer:
    attributes: { name: { type: string, size: 6 B } }
    keys: { PK: "C#\${name}", SK: "A#\${name}" }
    count: 1000
    samples: [{ name: ann }, { name: bob }]
  Order:
    attributes:
      name: Customer.name
      id: { type: string, size: 4 B }
      month: { type: string, size: 7 B, distinct: 12 }
      total: { type: number, size: 4 B }
      note: { type: string, size: 100 B }
    keys: { PK: "C#\${name}", SK: "O#\${id}", GSI1PK: "M#\${month}" }
    count: 50 per Customer
    samples:
      - { name: ann, id: "0001", month: 2026-01, total: 5, note: first }
      - { name: ann, id: "0002", month: 2026-02, total: 7, note: second }
accessPatterns:
  everything: { query: [Customer, Order], where: name, rate: 5/s }
  ordersBackwards: { query: Order, where: name, order: descending, rate: 500/s }
  ofMonth: { query: Order, where: month, select: [total], rate: 1/s }
  place: { put: Order, rate: 900/s, peak: 2k/s, hottest: 60% }
  move: { update: Order, set: [month], rate: 20/s }
`;

describe('the views of the preview', function () {
  this.timeout(120_000);
  let browser: Browser;
  let server: Server;
  let preview: Preview;
  let page: Page;

  before(async () => {
    browser = await launchChromium();
    const { server: own, address } = await servePreview();
    server = own;
    preview = await openPreview(browser, address);
    page = preview.page;
    await preview.show(shop);
  });
  afterEach(() => assert.deepEqual(preview.complaints, [], 'the page complains'));
  after(async () => {
    await browser?.close();
    server?.close();
  });

  const open = async (tab: string): Promise<void> => {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await preview.settled();
  };
  const openPattern = async (pattern: string): Promise<void> => {
    await preview.select({ pattern }, true);
    await preview.settled();
  };
  const texts = (selector: string): Promise<string[]> =>
    page.locator(selector).evaluateAll((all) => all.map((each) => (each as HTMLElement).innerText.trim()));
  const text = async (selector: string): Promise<string> => (await texts(selector)).join('\n');

  it('tells of a chosen item where it lies, and what the index does not hold of it', async () => {
    await open('Table and indexes');
    await page.locator('th.sort', { hasText: 'O#0001' }).click();
    assert.deepEqual(await texts('.inspector .places li'), ['● Table', '● ByMonth']);
    await page.locator('.inspector .places button', { hasText: 'ByMonth' }).click();
    assert.match(await text('.inspector .not-held'), /note not projected\s+first/);
    assert.match(await text('.absent-names'), /^not projected: .*note/);
    await page.getByRole('button', { name: 'Close' }).click();
    assert.equal(await page.locator('.inspector').count(), 0);
  });

  it('lights what a read gets in the order in which it returns', async () => {
    await openPattern('ordersBackwards');
    const rows = await page
      .locator('.read-picture tbody tr:not(.partition)')
      .evaluateAll((all) => all.map((each) => [each.className, (each as HTMLElement).innerText]));
    assert.deepEqual(
      rows.map(([state = '', words = '']) => [state, /[AO]#\w+/.exec(words)?.[0], /^\d/.exec(words)?.[0]]),
      [
        ['unread', 'A#ann', undefined],
        ['returned', 'O#0001', '2'],
        ['returned', 'O#0002', '1'],
      ],
    );
    assert.match(await text('.read-summary'), /2 sample items read\s+all returned, from the end/);
  });

  it('has the request in four languages, copies it, and keeps the language', async () => {
    const languages = page.getByRole('tablist', { name: 'Languages' }).getByRole('tab');
    assert.deepEqual(await languages.allInnerTexts(), [
      'AWS CLI',
      'JavaScript SDK v3',
      'Python boto3',
      'PartiQL',
    ]);
    await languages.nth(2).click();
    await openPattern('everything');
    await page.getByRole('button', { name: 'Copy the request as Python boto3' }).click();
    const copied = (await preview.sent()).findLast(({ type }) => type === 'copy');
    assert.ok(copied?.type === 'copy');
    assert.match(copied.text, /^import boto3/);
    assert.equal(await page.getByRole('button', { name: /^Copy the request/ }).innerText(), 'Copied');
  });

  it('shows of a write every entry in every index: put, delete and put', async () => {
    await openPattern('place');
    assert.deepEqual(
      (await texts('.write-matrix .fate')).map((fate) => fate.replace(/\s+/g, '')),
      ['+put', '+put'],
    );
    await openPattern('move');
    assert.deepEqual(
      (await texts('.write-matrix .fate')).map((fate) => fate.replace(/\s+/g, '')),
      ['~putanew', '∓deleteandput'],
    );
    assert.match(await text('.write-matrix .entry:last-child .old'), /M#2026-0/);
  });

  it('shows the working of a pattern, and its findings', async () => {
    await page.locator('.working summary').click();
    assert.match(await text('.working pre'), /WCU/);
    assert.ok((await texts('.findings li')).length > 0);
  });

  it('moves the money with the traffic, by keys too', async () => {
    await open('Cost');
    const money = (): Promise<string> => text('.money');
    const before = await money();
    assert.match(before, /^\$[\d,.]+ a month$/);
    const slider = page.getByRole('slider', { name: /^Traffic/ });
    await slider.focus();
    await page.keyboard.press('End');
    const dollars = (of: string): number => Number(of.replace(/[^\d.]/g, ''));
    assert.ok(dollars(await money()) > 500 * dollars(before), await money());
    assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /^×1,000, \$/);
    assert.match(await text('.reached'), /more than the 1,000 WCU\/s that one partition serves/);
    await page.keyboard.press('Home');
    assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /^×0\.1, /);
    await page.locator('.ends button', { hasText: '×1' }).click();
    assert.equal(await money(), before);
  });

  it('names ways of paying side by side, and where another becomes the cheapest', async () => {
    const ways = await texts('[aria-label="Ways of paying"] th[scope=row]');
    for (const way of ['On-demand', 'Provisioned, autoscaled', 'Reserved for 1 year', 'Reserved for 3 years'])
      assert.ok(ways.includes(way), way);
    assert.equal((await texts('[aria-label="Ways of paying"] tr.strong')).length, 1);
    // Capacity is reserved a hundred units at a time, which little traffic does not repay.
    await preview.show(shop.replace(/rate: \d+\/s(?:, peak: 2k\/s)?/g, 'rate: 10/s'));
    assert.match(await text('.turns'), /From ×[\d.,]+ on, .+ costs least/);
    await preview.show(shop);
  });

  it('reads the values of a chart by mouse, by keys, and as a table', async () => {
    const chart = page.locator('[aria-label="Money against traffic"]');
    const canvas = chart.locator('.canvas');
    await canvas.hover({ position: { x: 200, y: 100 } });
    assert.match(await chart.locator('.chart-legend').innerText(), /×[\d.]+\s[\s\S]*\$/);
    await canvas.focus();
    await page.keyboard.press('End');
    assert.match((await canvas.getAttribute('aria-valuetext')) ?? '', /^×1,000: On-demand \$/);
    assert.match(await chart.locator('.axes').innerHTML(), /USD a month/);
    await chart.locator('summary').click();
    assert.match(await chart.locator('table thead').innerText(), /Traffic\s+On-demand/);
    assert.ok((await chart.locator('table tbody tr').count()) > 20);
  });

  it('puts the hottest partition key first, and says what shards would do', async () => {
    await open('Partition heat');
    const first = page.locator('.hot-keys > li').first();
    assert.match(await first.innerText(), /▲[\s\S]*more than one partition serves/);
    assert.match(await first.innerText(), /1,203 WCU\/s at the peak, 543 at the mean rate/);
    await first.locator('.choice', { hasText: /^4$/ }).click();
    assert.match(await first.locator('.shards').innerText(), /301 WCU\/s/);
  });

  it('draws entities with their references and counts, and lists them', async () => {
    await open('Relations');
    assert.deepEqual(await page.locator('svg .node .title').allTextContents(), ['Customer ', 'Order ']);
    assert.deepEqual(await page.locator('svg .edge text').allTextContents(), ['50']);
    await page.getByRole('button', { name: 'Order 50k items' }).focus();
    await page.keyboard.press('Enter');
    const revealed = (await preview.sent()).findLast(({ type }) => type === 'reveal');
    assert.ok(revealed?.type === 'reveal');
    assert.equal(shop.slice(revealed.span.start, revealed.span.end), 'Order');
    await page.locator('.as-table summary').click();
    assert.deepEqual(await texts('.as-table li'), [
      'Order references Customer by name: 50 for each Customer',
    ]);
  });
});
