// `npm test` and `npm run test:deep`: sets up, builds the test runner, and hands over to it.
// Deliberately knows nothing of suites: .ci/suites.mjs lists and test/host/runner.main.ts runs them.
import { spawn } from 'node:child_process';
import { root, runScript, setup } from './setup.mjs';

/** A run that cannot begin ends with the same closing line as any other run. */
function cannotBegin(reason) {
  console.error(reason);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

try {
  setup();
} catch (error) {
  cannotBegin(error.message);
}
if (runScript('esbuild.mjs', ['--host']) !== 0) cannotBegin('The test runner could not be built.');

const runner = spawn(process.execPath, ['out/test/host/runner.main.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => runner.kill(signal));
runner.on('error', (error) => cannotBegin(`The test runner could not be started: ${error.message}`));
runner.on('exit', (code, signal) => {
  if (signal) cannotBegin(`The test runner was ended by ${signal}.`);
  process.exitCode = code ?? 1;
});
