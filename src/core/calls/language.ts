// The contract of a language in which calls are written down.
// Deliberately text and notes only: where it goes is the reader's business.
import type { Call } from './call.ts';

export interface PrintedCalls {
  readonly text: string;
  /** What the text cannot say, each in one sentence. */
  readonly notes: readonly string[];
}

export interface Language {
  readonly id: 'aws-cli' | 'javascript' | 'python' | 'partiql';
  readonly title: string;
  /** A language of VS Code. */
  readonly languageId: string;
  /** @param calls at least one */
  print(calls: readonly Call[]): PrintedCalls;
}
