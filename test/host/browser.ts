// Launches the headless Chromium of the tests.
// Deliberately knows nothing of VS Code; the webview's own tests use it too.
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './paths.ts';

/** A headless Chromium that resolves no name but this machine's. Throws when none is installed. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is not installed; `npm test` installs it.');
  return chromium.launch({
    executablePath,
    headless: true,
    timeout: 120_000,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync', '--disable-dev-shm-usage'],
      ...['--no-first-run', '--disable-background-networking', '--disable-component-update'],
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
}
