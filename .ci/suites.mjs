// The suites of `npm test` (and, with `deep`, of `npm run test:deep`), and how many tests each must run.
// Deliberately holds data only; test/host/runner.main.ts says what the fields do.

/**
 * A test file belongs to the suite with the longest folder that contains it; `also` adds files of others.
 * - runsIn: `node`, `vscode` (the extension under development) or `vsix` (the packaged extension installed).
 * - host: the suite needs VS Code or Chromium. Where these cannot be had it is skipped; with CI=true it fails.
 * - alone: it builds the product anew, so nothing else may run beside it.
 * - floor: a run of fewer tests than this fails. Raise it when tests are added; never lower it.
 * @type {readonly import('../test/host/suite.ts').Suite[]}
 */
export const suites = [
  { name: 'unit', folder: 'test', runsIn: 'node', floor: 2400 },
  { name: 'protocol', folder: 'test/protocol', runsIn: 'node', floor: 76 },
  { name: 'cli', folder: 'test/cli', runsIn: 'node', floor: 120 },
  { name: 'engine', folder: 'test/verify', runsIn: 'node', floor: 170 },
  { name: 'webview', folder: 'test/webview', runsIn: 'node', host: true, floor: 46 },
  { name: 'vscode', folder: 'test/vscode', runsIn: 'vscode', host: true, floor: 40 },
  {
    name: 'vsix',
    folder: 'test/vscode/installed',
    also: ['test/vscode/activation.test.ts'],
    runsIn: 'vsix',
    host: true,
    floor: 7,
  },
  { name: 'vscode-ui', folder: 'test/vscode-ui', runsIn: 'node', host: true, floor: 24 },
  { name: 'start', folder: 'test/host/start', runsIn: 'node', host: true, alone: true, floor: 1 },
  { name: 'deep', folder: 'test/deep', runsIn: 'node', deep: true, floor: 13 },
  { name: 'runner', folder: 'test/host/proof', runsIn: 'node', host: true, deep: true, floor: 13 },
];
