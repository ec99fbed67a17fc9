// The real streams and files of the process.
// Deliberately the only place of the command line that touches node:fs, node:readline and process.
import fs from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import type { Files, Io, Output } from './io.ts';

/** A reader that has had enough, as in `singlet check | head`: not our error, and nobody is left to tell. */
const isClosedPipe = (error: NodeJS.ErrnoException): boolean =>
  error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';

function output(stream: NodeJS.WriteStream): Output {
  let isOpen = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isOpen = false;
    if (!isClosedPipe(error)) process.exitCode = 2;
  });
  return {
    write: (text) => void (isOpen && stream.write(text)),
    isTerminal: stream.isTTY === true,
  };
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export const nodeFiles: Files = {
  async find(path) {
    try {
      const stat = await fs.stat(path);
      return { kind: stat.isDirectory() ? 'folder' : 'file', bytes: stat.size };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  },
  read: (path) => fs.readFile(path),
  write: (path, text) => fs.writeFile(path, text),
  glob: (pattern, folder) =>
    glob(pattern, {
      cwd: folder,
      absolute: true,
      expandDirectories: false,
      followSymbolicLinks: false,
      ignore: '**/node_modules/**',
    }),
};

/** Beside this bundle; what ships together is built together. */
const shipped = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));

export const nodeIo = (): Io => ({
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  stdin: () => readAll(process.stdin),
  cwd: process.cwd(),
  env: process.env,
  files: nodeFiles,
  ask: (question) =>
    new Promise((resolve) => {
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      lines.once('close', () => resolve(''));
      lines.question(question, (answer) => {
        resolve(answer);
        lines.close();
      });
    }),
  onInterrupt(listener) {
    process.once('SIGINT', listener);
    return () => void process.removeListener('SIGINT', listener);
  },
  engineFile: shipped('engine.cjs'),
  pageFiles: { script: shipped('webview.js'), styles: shipped('webview.css') },
});
