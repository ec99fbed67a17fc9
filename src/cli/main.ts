// The entry of the command line: the real process around run.ts.
// Deliberately never calls process.exit, which would cut off what is still being written to a pipe.
import { nodeIo } from './node-io.ts';
import { run } from './run.ts';

const code = await run(process.argv.slice(2), nodeIo());
process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
