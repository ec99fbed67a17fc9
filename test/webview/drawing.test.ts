// The page that draws PNG files, in a real browser under its content security policy.
// Deliberately the built script, with a stand-in for VS Code around it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { exportInSteps } from '../../src/core/export/export.ts';
import { toEnd } from '../../src/core/preview/answer.ts';
import { previewHtml } from '../../src/core/preview/html.ts';
import { createSnapshot } from '../../src/core/snapshot.ts';
import type { FromDrawing } from '../../src/protocol/drawing.ts';
import { launchChromium } from '../host/browser.ts';
import { root } from '../host/paths.ts';
import { design } from './page.ts';

const page = {
  cspSource: "'self'",
  nonce: 'abc123',
  scriptUri: '/draw.js',
  styleUri: '/none.css',
  images: 'data:',
  title: 'Drawing',
} as const;

/** Runs in the page before any script of it. */
function standIn(): void {
  const sent: unknown[] = [];
  Object.assign(window, {
    sent,
    acquireVsCodeApi: () => ({ postMessage: (message: unknown) => void sent.push(message) }),
  });
}

describe('the page that draws', function () {
  this.timeout(60_000);
  let browser: Browser;
  let server: Server;
  let drawing: Page;
  const complaints: string[] = [];

  before(async () => {
    browser = await launchChromium();
    server = createServer(({ url }, response) => {
      if (url === '/')
        return void response.writeHead(200, { 'content-type': 'text/html' }).end(previewHtml(page));
      const script = url === '/draw.js' ? readFileSync(path.join(root, 'dist/draw.js'), 'utf8') : '';
      response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/css' }).end(script);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    drawing = await browser.newPage();
    drawing.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await drawing.addInitScript(standIn);
    await drawing.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  async function draw(svg: string): Promise<FromDrawing | undefined> {
    await drawing.evaluate((text) => {
      const { sent } = window as unknown as { sent: unknown[] };
      sent.length = 0;
      window.postMessage({ svg: text }, '*');
    }, svg);
    const last = () => (window as unknown as { sent: FromDrawing[] }).sent.at(-1);
    await drawing.waitForFunction(last);
    return drawing.evaluate(last);
  }

  it('gives back a PNG of twice the size', async () => {
    const wish = { format: 'svg', target: 'table', name: '' } as const;
    const parts = { script: '', styles: '', hash: () => '' };
    const exported = toEnd(exportInSteps(createSnapshot(design('debrie-github')), wish, parts));
    assert.ok(exported.kind === 'text');
    const answer = await draw(exported.text);
    assert.ok(answer?.type === 'drawn');
    const png = Buffer.from(answer.png, 'base64');
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(exported.text) ?? [];
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [Number(width) * 2, Number(height) * 2]);
    assert.deepEqual(complaints, []);
  });

  it('is as large as a canvas may be for a picture of thousands of rows', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="190000"><rect width="9" height="9"/></svg>';
    const answer = await draw(svg);
    assert.ok(answer?.type === 'drawn');
    assert.equal(Buffer.from(answer.png, 'base64').readUInt32BE(20), 16_000);
  });

  it('says that it cannot draw what is no picture', async () => {
    assert.equal((await draw('<svg'))?.type, 'failed');
  });
});
