// The built webview in a real browser: the page as the extension makes it, with a stand-in for VS Code around it.
// Deliberately serves the page over HTTP, so that its content security policy counts.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PreviewSelection } from '../../src/core/ide/preview-selection.ts';
import { answerAll } from '../../src/core/preview/answer.ts';
import { previewHtml } from '../../src/core/preview/html.ts';
import { overviewOf } from '../../src/core/preview/overview.ts';
import type { Question } from '../../src/core/preview/view/questions.ts';
import { createSnapshot, type Snapshot } from '../../src/core/snapshot.ts';
import type { FromPreview, ShowMessage } from '../../src/protocol/preview.ts';
import { type ThemeName, themes, type Variables } from './themes.ts';

const root = process.cwd();
const bundle = (file: string): string => readFileSync(path.join(root, 'dist', file), 'utf8');

export const design = (name: string): string =>
  readFileSync(path.join(root, `test/fixtures/designs/${name}.ddb.yaml`), 'utf8');

/** Serves page, script and styles. */
export async function servePreview(title = 'Preview'): Promise<{ server: Server; address: string }> {
  const server = createServer(({ url }, response) => {
    const send = (type: string, text: string) => response.writeHead(200, { 'content-type': type }).end(text);
    if (url === '/webview.js') return send('text/javascript; charset=utf-8', bundle('webview.js'));
    if (url === '/webview.css') return send('text/css; charset=utf-8', bundle('webview.css'));
    if (url !== '/') return response.writeHead(404).end();
    const page = { cspSource: `http://${address}`, nonce: 'abc123', title };
    return send(
      'text/html; charset=utf-8',
      previewHtml({ ...page, scriptUri: '/webview.js', styleUri: '/webview.css' }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, address: `http://${address}/` };
}

export interface Preview {
  readonly page: Page;
  /** Draws the text, as the extension does after each edit: whatever the page looks at, and asks for later, is of it. */
  show(text: string, version?: number, options?: ShowOptions): Promise<void>;
  /** The editor's cursor stands there. */
  select(selection: PreviewSelection, open?: boolean): Promise<void>;
  /** What the page sent so far. */
  sent(): Promise<readonly FromPreview[]>;
  /** Waits until what the page asks for is drawn. */
  settled(): Promise<void>;
  /** What the policy refused, and errors of the page. */
  readonly complaints: readonly string[];
}

export interface ShowOptions {
  readonly document?: string;
  readonly stale?: boolean;
}

interface StandIn {
  sent: FromPreview[];
}

/** Runs in the page before any script of it. */
function standIn(): void {
  const state: StandIn = { sent: [] };
  const saved = 'singlet-saved';
  Object.assign(window, {
    singlet: state,
    acquireVsCodeApi: () => ({
      postMessage: (message: FromPreview) => {
        state.sent.push(message);
        const { singletAsks } = window as unknown as { singletAsks?: (message: FromPreview) => void };
        singletAsks?.(message);
      },
      getState: () => JSON.parse(sessionStorage.getItem(saved) ?? 'null'),
      setState: (value: unknown) => sessionStorage.setItem(saved, JSON.stringify(value)),
    }),
  });
}

export interface Look {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
}

export async function openPreview(browser: Browser, address: string, look: Look = {}): Promise<Preview> {
  const { theme = 'dark', width = 1100, height = 760 } = look;
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(standIn);

  let questions: readonly Question[] = [];
  let shown: { readonly message: Omit<ShowMessage, 'answers'>; readonly snapshot: Snapshot } | undefined;
  let newest = 0;
  let posting = Promise.resolve();
  /** Two frames after a message arrived: it is drawn, and effects ran. As one text, since the driver is slow with large values. */
  const post = (data: unknown): Promise<void> =>
    page.evaluate(async (message) => {
      window.postMessage(JSON.parse(message), '*');
      for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, JSON.stringify(data));
  const answerPage = (): void => {
    if (!shown) return;
    const { message, snapshot } = shown;
    const data: ShowMessage = { ...message, answers: answerAll(snapshot, questions) };
    posting = posting.then(() => post(data)).catch(() => undefined);
  };
  await page.exposeFunction('singletAsks', (message: FromPreview) => {
    if (message.type !== 'ready' && message.type !== 'watch') return;
    questions = message.questions;
    if (message.type === 'watch') answerPage();
  });
  await load(page, address, themes[theme]);

  async function settled(): Promise<void> {
    for (let i = 0; i < 4; i++) {
      await posting;
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }
  return {
    page,
    complaints,
    settled,
    async show(text, version = newest + 1, { document = 'file:///shop.ddb.yaml', stale = false } = {}) {
      newest = Math.max(newest, version);
      const snapshot = createSnapshot(text);
      const overview = overviewOf(snapshot);
      shown = { message: { type: 'show', document, version, of: version, overview, stale }, snapshot };
      answerPage();
      await settled();
    },
    async select(selection, open = false) {
      const document = shown?.message.document ?? '';
      await post({ type: 'select', document, selection, open });
      await settled();
    },
    sent: () => page.evaluate(() => (window as unknown as { singlet: StandIn }).singlet.sent),
  };
}

/** Loads the page and gives it the theme, as VS Code does, past the policy. */
export async function load(page: Page, address: string, variables: Variables): Promise<void> {
  await page.goto(address);
  await page.evaluate((all) => {
    for (const [name, value] of Object.entries(all)) {
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
    }
  }, variables);
}
