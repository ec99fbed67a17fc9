// What the tests share that drive the real workbench by mouse and keyboard: a folder of models, a desk, pictures.
// Deliberately looks only at the screen; what the extension answers inside VS Code is tested in test/vscode.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root, shotsFolder } from '../host/paths.ts';
import { temporaryFolder } from '../host/temporary.ts';
import { type Host, openWorkbench, patienceMs, startHost } from '../host/workbench.ts';

/** An open workbench; only valid inside a test. */
export interface Desk {
  readonly page: Page;
  /** The temporary folder that is open. */
  readonly folder: string;
}

/** The files of a desk by name: their text, or a copy of that model of media/examples. */
export type DeskFiles = Readonly<Record<string, string | { readonly example: string }>>;

/** `x`, `y` from the upper left corner of the page, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pictures must look the same whoever takes them, and every keystroke of a test must be its own. */
const calmSettings = {
  'files.autoSave': 'off',
  'workbench.colorTheme': 'Default Light Modern',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 13,
  'editor.stickyScroll.enabled': false,
  'explorer.compactFolders': false,
};

/**
 * A group of tests that share a workbench with the extension under development, on a temporary folder of these
 * files, the first one shown. The screen of a failed test is saved as shots/failed-TITLE.png.
 */
export function describeDesk(
  title: string,
  files: DeskFiles,
  tests: (desk: () => Desk) => void,
  settings: Readonly<Record<string, unknown>> = {},
): void {
  describe(title, () => {
    const folder = temporaryFolder('desk');
    let host: Host | undefined;

    before(async () => {
      const [first] = writeFiles(folder, files);
      const started = await startHost({ settings: { ...calmSettings, ...settings } });
      host = started;
      // Twice the pixels, as the screens of most readers have.
      const page = await started.browser.newPage({
        viewport: { width: 1280, height: 800 },
        deviceScaleFactor: 2,
      });
      page.setDefaultTimeout(patienceMs);
      host = { ...started, page };
      await openWorkbench(host, { folder, extension: root, ...(first ? { openFile: first } : {}) });
      await page.locator('.statusbar-item', { hasText: 'DynamoDB Model' }).first().waitFor();
    });

    afterEach(async function () {
      const test = this.currentTest;
      if (host && test?.isFailed()) {
        await shot(host.page, `failed-${test.fullTitle().replaceAll(/\W+/g, '-')}`);
      }
    });

    after(async () => {
      await host?.stop();
    });

    tests(() => {
      if (!host) throw new Error('the workbench is open only while tests run');
      return { page: host.page, folder };
    });
  });
}

function writeFiles(folder: string, files: DeskFiles): string[] {
  return Object.entries(files).map(([name, content]) => {
    const file = path.join(folder, name);
    if (typeof content === 'string') writeFileSync(file, content);
    else copyFileSync(path.join(root, 'media/examples', content.example), file);
    return file;
  });
}

/** Saves what the page shows, or the part in the box, as shots/NAME.png. */
export async function shot(page: Page, name: string, clip?: Box): Promise<void> {
  mkdirSync(shotsFolder, { recursive: true });
  await page.screenshot({ path: path.join(shotsFolder, `${name}.png`), ...(clip ? { clip } : {}) });
}

/** Like `shot`, and `npm run pictures` keeps it as a picture of the README in media/pictures. */
export async function picture(page: Page, name: string, clip?: Box): Promise<void> {
  await shot(page, name, clip);
  const kept = process.env.SINGLET_PICTURES;
  if (!kept) return;
  mkdirSync(kept, { recursive: true });
  copyFileSync(path.join(shotsFolder, `${name}.png`), path.join(kept, `${name}.png`));
}

/** The box with room around it, in CSS pixels. */
export function around(
  box: Box | null,
  room: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): Box {
  if (!box) throw new Error('it is not on the screen');
  const { left, right, top, bottom } = room;
  return {
    x: box.x - left,
    y: box.y - top,
    width: box.width + left + right,
    height: box.height + top + bottom,
  };
}

/** The smallest box that holds the first elements for these selectors. */
export async function part(page: Page, ...selectors: readonly string[]): Promise<Box> {
  const boxes = await Promise.all(
    selectors.map(async (selector) => {
      const box = await page.locator(selector).first().boundingBox();
      if (!box) throw new Error(`${selector} is not on the screen`);
      return box;
    }),
  );
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
