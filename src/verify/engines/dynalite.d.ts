// The part of dynalite's interface that is used here; the package has no types of its own.
// Deliberately without its options for TLS and files: nothing of it leaves the process.
declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface Options {
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }

  function dynalite(options: Options): Server;
  export = dynalite;
}
