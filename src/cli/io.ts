// What a command sees of the world: its streams, its folder, its files.
// Deliberately an interface, so that commands run in tests without a process; node-io.ts is the real one.

export interface Output {
  write(text: string): void;
  /** True where a person reads along, so that colours help. */
  readonly isTerminal: boolean;
}

export interface Found {
  readonly kind: 'file' | 'folder';
  readonly bytes: number;
}

/** Paths are absolute. Rejects with the system's error, whose `code` says why. */
export interface Files {
  /** Undefined where nothing is. */
  find(path: string): Promise<Found | undefined>;
  read(path: string): Promise<Uint8Array>;
  write(path: string, text: string): Promise<void>;
  /** The files that match a pattern, without links, hidden folders and node_modules; absolute, in no order. */
  glob(pattern: string, folder: string): Promise<readonly string[]>;
}

export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. Rejects like `Files`. */
  stdin(): Promise<Uint8Array>;
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  /** One line of standard input, asked for on standard error; empty where there is none. */
  ask(question: string): Promise<string>;
  /** Calls the listener when the person interrupts; gives what ends that. A second interruption ends the process. */
  onInterrupt(listener: () => void): () => void;
  /** The bundle of the embedded engine. Absolute. */
  readonly engineFile: string;
  /** The bundle of the preview's page. Absolute. */
  readonly pageFiles: { readonly script: string; readonly styles: string };
}

/** What a command ends with. */
export const exitCodes = {
  success: 0,
  /** The model has findings at or above the level asked for, or nothing can be generated from it. */
  findings: 1,
  /** Wrong usage, a file that cannot be read or written, or a defect of ours. */
  trouble: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
