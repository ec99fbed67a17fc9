// The embedded engine's own thread: dynalite in memory, on a port of the loopback interface that the system chooses.
// Deliberately without a way to keep anything: when the thread ends, all is gone.
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';
import dynalite from 'dynalite';

/** What the thread says once it can be asked. */
export interface Ready {
  readonly port: number;
}

const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  const ready: Ready = { port };
  parentPort?.postMessage(ready);
});
