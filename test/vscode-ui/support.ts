// What the tests share that drive the real workbench by mouse and keyboard: a folder of models, screenshots.
// Deliberately looks only at the screen; what the extension answers inside VS Code is tested in test/vscode.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root, shotsFolder } from '../host/paths.ts';
import { temporaryFolder } from '../host/temporary.ts';
import { type Host, openWorkbench, startHost } from '../host/workbench.ts';

/** An open workbench; only valid inside a test. */
export interface Desk {
  readonly page: Page;
  /** The temporary folder that is open. */
  readonly folder: string;
}

/** The files of a desk by name: their text, or a copy of that model of media/examples. */
export type DeskFiles = Readonly<Record<string, string | { readonly example: string }>>;

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
      host = await startHost({ settings });
      await openWorkbench(host, { folder, extension: root, ...(first ? { openFile: first } : {}) });
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

/** Saves what the page shows as shots/NAME.png. */
export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(shotsFolder, { recursive: true });
  await page.screenshot({ path: path.join(shotsFolder, `${name}.png`) });
}

/** Like `shot`, and `npm run pictures` keeps it as a picture of the README in media/pictures. */
export async function picture(page: Page, name: string): Promise<void> {
  await shot(page, name);
  const kept = process.env.SINGLET_PICTURES;
  if (!kept) return;
  mkdirSync(kept, { recursive: true });
  copyFileSync(path.join(shotsFolder, `${name}.png`), path.join(kept, `${name}.png`));
}
