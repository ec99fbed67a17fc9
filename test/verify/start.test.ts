// That the embedded engine and the SDK are there in a few times what an empty thread takes, and leave nothing behind.
// Deliberately a ratio within one run: milliseconds tell more of the machine than of the code.
import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import { timeEngineStart } from '../bench/engine-start.ts';
import { embedded } from './support.ts';

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

describe('the embedded engine', function () {
  this.timeout(60_000);

  it('is there in a few times what an empty thread takes, and so is the SDK', async () => {
    const { nothing, engine, sdk } = await timeEngineStart();
    const told = `engine ${(engine / nothing).toFixed(1)}, SDK ${(sdk / nothing).toFixed(1)} times an empty thread`;
    console.log(`      ${told}`);
    // Measured 1.9 and 10 to 13 on 2026-12-01; an engine that loads the SDK as well took 6 and more.
    assert.ok(engine < 5 * nothing, told);
    assert.ok(sdk < 25 * nothing, told);
  });

  it('is gone when it is closed', async () => {
    const engine = await embedded();
    const endpoint = await engine.client.config.endpoint?.();
    assert.ok(endpoint?.port !== undefined && (await isListening(endpoint.port)));
    await engine.close();
    assert.equal(await isListening(endpoint.port), false);
  });
});
