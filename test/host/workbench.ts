// A VS Code workbench in a headless browser, driven as a person does: server, browser and page as one thing.
// Deliberately knows nothing of Singlet but its name in the palette's arguments; test/vscode-ui does.
import type { Browser, Frame, Page } from 'playwright-core';
import { launchChromium } from './browser.ts';
import {
  createProfile,
  installVsix,
  type PageOptions,
  type Profile,
  pageAddress,
  removeProfile,
  type Server,
  startServer,
} from './server.ts';

export interface Host {
  readonly server: Server;
  readonly browser: Browser;
  readonly page: Page;
  /** Ends the browser and the server and removes their files. */
  readonly stop: () => Promise<void>;
}

export interface HostOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** A packaged extension to install first. Without it the page may load one under development. */
  readonly vsix?: string;
  /** Both at once: the .vsix is installed, and the page may load a harness under development. */
  readonly development?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** How long a person's patience is taken to be; a slow machine must not fail a test. */
export const patienceMs = 60_000;

/** Starts a server with a fresh profile and a browser with an empty page. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const { vsix, settings = {}, env = {}, viewport = { width: 1280, height: 800 } } = options;
  const profile: Profile = createProfile();
  const undo: (() => Promise<void> | void)[] = [() => removeProfile(profile)];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    if (vsix) await installVsix(profile, vsix);
    const server = await startServer({
      profile,
      env,
      settings: { 'editor.fontFamily': 'DejaVu Sans Mono', ...settings },
      development: options.development ?? !vsix,
    });
    undo.push(server.stop);
    const browser = await launchChromium();
    undo.push(() => browser.close());
    const page = await browser.newPage({ viewport });
    page.setDefaultTimeout(patienceMs);
    return { server, browser, page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Goes to the workbench without waiting for it to be drawn. Throws when the server refuses the page. */
export async function goToWorkbench({ page, server }: Host, options: PageOptions): Promise<void> {
  const response = await page.goto(pageAddress(server, options), { waitUntil: 'commit' });
  if (!response?.ok()) throw new Error(`the server answered ${response?.status()}:\n${server.log()}`);
}

/** Opens a folder in the workbench and waits until it is drawn, with the file if one is named. */
export async function openWorkbench(host: Host, options: PageOptions): Promise<void> {
  await goToWorkbench(host, options);
  await host.page.waitForSelector('.monaco-workbench .part.statusbar');
  if (options.openFile) await host.page.waitForSelector('.monaco-editor .view-line');
}

/**
 * Reloads the window as a person does, and waits until it is drawn again. The file of the address is left out first:
 * a VS Code that is told to open a file restores no editor that was open before.
 */
export async function reloadWindow(page: Page): Promise<void> {
  await page.evaluate(() => {
    const address = new URL(location.href);
    const parts: string[][] = JSON.parse(address.searchParams.get('payload') ?? '[]');
    address.searchParams.set('payload', JSON.stringify(parts.filter(([name]) => name !== 'openFile')));
    history.replaceState(null, '', address);
  });
  const reloaded = page.waitForEvent('load');
  await runCommand(page, 'Developer: Reload Window');
  await reloaded;
  await page.waitForSelector('.monaco-workbench .part.statusbar');
}

/** Runs a command by its title in the command palette, as `Category: Title`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await pick(page, `>${title}`, title);
}

/** Opens a file of the folder by its name through quick open, and waits for its text. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await pick(page, name, name);
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.waitForSelector('.monaco-editor .view-line');
}

async function pick(page: Page, typed: string, row: string): Promise<void> {
  await page.locator('.quick-input-widget input').fill(typed);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().click();
}

/** The document inside a webview that has an element for the selector; waits for it. */
export async function webviewFrame(page: Page, selector = 'body'): Promise<Frame> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    for (const frame of page.frames()) {
      // VS Code renames the inner frame once it has loaded, which Playwright does not always notice, and replaces
      // it, so a look at one may fail.
      const isInner = ['pending-frame', 'active-frame'].includes(frame.name());
      const found = isInner && frame.locator(selector).count();
      if (await Promise.resolve(found).catch(() => false)) return frame;
    }
    if (Date.now() > deadline) {
      const frames = page.frames().map((frame) => `${frame.name()}@${frame.url()}`);
      throw new Error(`no webview shows ${selector}; the frames are ${frames.join(' ')}`);
    }
    await page.waitForTimeout(100);
  }
}

/** Moves the mouse onto the first element for the selector and gives the text of the hover that appears. */
export async function hoverText(page: Page, selector: string): Promise<string> {
  const target = page.locator(selector).first();
  await target.waitFor({ state: 'visible' });
  const box = await target.boundingBox();
  if (!box) throw new Error(`${selector} is not on the screen`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
  const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
  await hover.waitFor();
  return (await hover.textContent()) ?? '';
}
