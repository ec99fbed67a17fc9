// Runs test files in node: node mocha.main.js --record FILE TEST…
// Deliberately has no option beyond that: the runner decides what runs.
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { endOnSignals } from './child.ts';
import { mochaOptions, runAndRecord } from './record.ts';

const { values, positionals } = parseArgs({
  options: { record: { type: 'string' }, grep: { type: 'string' } },
  allowPositionals: true,
});

endOnSignals();
const mocha = new Mocha({ ...mochaOptions, ...(values.grep ? { grep: values.grep } : {}) });
for (const file of positionals) mocha.addFile(path.resolve(file));
await mocha.loadFilesAsync();
const record = await runAndRecord(mocha, values.record);
process.exitCode = record.failures.length > 0 ? 1 : 0;

// A server, a timer or a browser that a test left behind would keep this process alive for ever.
setTimeout(() => {
  console.error('A test left something running:', process.getActiveResourcesInfo().join(', '));
  process.exit(1);
}, 15_000).unref();
