// `npm start`: sets up, builds, and opens VS Code with Singlet on a real model.
// Deliberately holds only what must run before node_modules exists; the rest is test/host/start.main.ts.
import { root, runScript, setup } from './setup.mjs';

process.chdir(root);
try {
  setup();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (runScript('esbuild.mjs', ['--host']) !== 0) {
  console.error('The starter could not be built; the messages above say why.');
  process.exit(1);
}
await import('../out/test/host/start.main.js');
