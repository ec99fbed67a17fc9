// The preview at size: 300 entities, 5,000 sample items, 1,200 access patterns; what is drawn of them, and the frames.
// Deliberately bounds elements, which depend on no machine, and prints frames, which a loaded machine has few of.
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../host/browser.ts';
import { openPreview, type Preview, servePreview } from './page.ts';

const counts = { entities: 300, samples: 17, patterns: 4 } as const;

/** Every entity with samples of its own, and patterns of the common kinds. */
function model(): string {
  const numbers = Array.from({ length: counts.entities }, (_, n) => n);
  const entities = numbers.map((n) => {
    const samples = Array.from(
      { length: counts.samples },
      (_, i) => `{ group: g${i % 4}, id: "${String(i).padStart(3, '0')}", note: note ${i} of ${n} }`,
    );
    return `  Thing${n}:
    attributes: { group: { type: string, size: 2 B }, id: { type: string, size: 3 B }, note: { type: string, size: 12 B } }
    keys: { PK: "T${n}#\${group}", SK: "I#\${id}", GSI1PK: "T${n}#\${id}", GSI1SK: "G#\${group}" }
    count: 10k
    samples: [${samples.join(', ')}]`;
  });
  const patterns = numbers.map(
    (n) => `  things${n}: { query: Thing${n}, where: group, rate: 5/s }
  thing${n}: { get: Thing${n}, rate: 9/s }
  byId${n}: { query: Thing${n}, where: id, rate: 1/s }
  put${n}: { put: Thing${n}, rate: 2/s }`,
  );
  return `version: 1
table: { name: Large, partitionKey: PK, sortKey: SK }
indexes: { GSI1: { partitionKey: GSI1PK, sortKey: GSI1SK } }
entities:
${entities.join('\n')}
accessPatterns:
${patterns.join('\n')}
`;
}

/** Scrolls to the end in a second's worth of steps; how many frames came, and the most rows that there were at once. */
function scrollThrough([scroller, rows]: readonly [string, string]): Promise<{
  frames: number;
  most: number;
}> {
  const element = document.querySelector(scroller);
  if (!element) throw new Error(`no ${scroller}`);
  const end = element.scrollHeight - element.clientHeight;
  const start = performance.now();
  let [frames, most] = [0, 0];
  return new Promise((resolve) => {
    const step = (): void => {
      frames++;
      most = Math.max(most, document.querySelectorAll(rows).length);
      const share = Math.min(1, (performance.now() - start) / 1000);
      element.scrollTop = end * share;
      if (share < 1) requestAnimationFrame(step);
      else requestAnimationFrame(() => resolve({ frames, most }));
    };
    requestAnimationFrame(step);
  });
}

describe('a large model in the preview', function () {
  this.timeout(300_000);
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
    await preview.show(model());
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  it('draws the rows in view only, while 5,000 items scroll by', async () => {
    assert.match(await page.locator('.about').innerText(), /5,?100 sample items in 1,?200 item collections/);
    const { frames, most } = await page.evaluate(scrollThrough, ['#panel', 'tr[data-row]'] as const);
    console.log(`      ${frames} frames in a second of scrolling through the table, ${most} rows at most`);
    assert.ok(most < 120, `${most} rows are drawn at once`);
    assert.match(await page.locator('tr[data-row]').last().innerText(), /Thing299|T299/);
  });

  it('draws the patterns in view only, while 1,200 scroll by', async () => {
    // The click is the page's own: the driver's waits for the answer, which this process makes.
    await page.evaluate(() => document.querySelector<HTMLElement>('#tab-patterns')?.click());
    await page.locator('[role=option]').first().waitFor({ timeout: 250_000 });
    await preview.settled();
    assert.equal(await page.locator('.filter [role=status]').innerText(), '1200 patterns');
    const { frames, most } = await page.evaluate(scrollThrough, ['.scroller', '[role=option]'] as const);
    console.log(
      `      ${frames} frames in a second of scrolling through the patterns, ${most} options at most`,
    );
    assert.ok(most < 80, `${most} options are drawn at once`);
    assert.match(await page.locator('[role=option]').last().innerText(), /put299/);
  });

  it('switches back to the table while everything is known within a moment', async () => {
    const ms = await page.evaluate(async () => {
      const start = performance.now();
      document.querySelector<HTMLElement>('#tab-table')?.click();
      while (!document.querySelector('tr[data-row]'))
        await new Promise((next) => requestAnimationFrame(next));
      return performance.now() - start;
    });
    console.log(`      ${Math.round(ms)} ms to the table`);
    assert.ok(ms < 3000, `${ms} ms`);
  });
});
