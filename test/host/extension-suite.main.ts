// Runs test files in VS Code: node extension-suite.main.js --record FILE --extension FOLDER [--vsix FILE] TEST…
// Deliberately judges nothing (suite.ts does): VS Code ends with 0 even after its extension host was killed.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { endOnSignals, run } from './child.ts';
import { extensionTests, root } from './paths.ts';
import { temporaryFolder } from './temporary.ts';
import { goToWorkbench, startHost } from './workbench.ts';

const { values, positionals } = parseArgs({
  options: {
    record: { type: 'string', default: '' },
    extension: { type: 'string', default: root },
    vsix: { type: 'string' },
    grep: { type: 'string' },
  },
  allowPositionals: true,
});

/** Stands before the reporter's lines among everything that VS Code logs. */
const mark = '\u2063test\u2063';
const workspace = temporaryFolder('workspace');
const env: Record<string, string> = {
  SINGLET_TEST_RECORD: path.resolve(values.record),
  SINGLET_TEST_FILES: JSON.stringify(positionals.map((file) => path.resolve(file))),
  SINGLET_TEST_ROOT: root,
  ...(values.grep ? { SINGLET_TEST_GREP: values.grep } : {}),
};

/** The real VS Code on a desktop: the one in VSCODE_PATH, or else downloaded. */
async function onDesktop(): Promise<number> {
  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
  const vscodeExecutablePath = process.env.VSCODE_PATH ?? (await downloadAndUnzipVSCode('stable'));
  const extensions = temporaryFolder('extensions');
  if (values.vsix) await installOnDesktop(vscodeExecutablePath, extensions, values.vsix);
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: path.resolve(values.extension),
    extensionTestsPath: extensionTests,
    extensionTestsEnv: env,
    launchArgs: [
      workspace,
      `--extensions-dir=${extensions}`,
      '--disable-workspace-trust',
      '--skip-welcome',
      '--skip-release-notes',
    ],
  });
}

async function installOnDesktop(executable: string, extensions: string, vsix: string): Promise<void> {
  const { resolveCliPathFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  const command = resolveCliPathFromVSCodeExecutablePath(executable);
  const { code, output } = await run(command, ['--extensions-dir', extensions, '--install-extension', vsix]);
  if (code !== 0) throw new Error(`VS Code did not install ${vsix}:\n${output}`);
}

/** VS Code's server with a headless browser: the same extension host, without a desktop. */
async function inBrowser(): Promise<number> {
  const host = await startHost({
    development: true,
    env: { ...env, SINGLET_TEST_MARK: mark },
    ...(values.vsix ? { vsix: values.vsix } : {}),
  });
  const hostLog: string[] = [];
  try {
    const { page } = host;
    const ended = new Promise<number>((resolve, reject) => {
      host.server.ended.then((code) => reject(new Error(`VS Code's server ended with exit code ${code}`)));
      host.browser.once('disconnected', () => reject(new Error('the browser went away')));
      page.once('crash', () => reject(new Error('the browser page crashed')));
      // VS Code calls these two on the page: the end of the run, and each line of its log.
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
      const onLog = (type: string, parts: readonly unknown[]): void => {
        const line = format(...parts);
        if (line.startsWith(mark)) console.log(line.slice(mark.length));
        else hostLog.push(`[vscode ${type}] ${line}`);
      };
      page.exposeFunction('codeAutomationLog', onLog).catch(reject);
    });
    await goToWorkbench(host, {
      folder: workspace,
      extension: values.extension,
      tests: extensionTests,
    });
    return await ended;
  } finally {
    // VS Code's own log matters when the suite did not reach its end, or to someone who asks for it.
    const wanted = process.env.SINGLET_TEST_VERBOSE || !existsSync(env.SINGLET_TEST_RECORD ?? '');
    if (wanted) console.log(hostLog.slice(-60).join('\n'));
    await host.stop();
  }
}

endOnSignals();
try {
  const desktop = process.env.SINGLET_VSCODE === 'desktop' || process.env.VSCODE_PATH !== undefined;
  process.exitCode = await (desktop ? onDesktop() : inBrowser());
} catch (error) {
  console.error(error);
  process.exitCode = 2;
}
