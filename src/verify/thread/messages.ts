// What passes between whoever verifies in a thread of its own and that thread: plain data, so that it can be copied.
// Deliberately without snapshots and SDK; outcome.ts makes what is told of a pattern.
import type { KeptSample } from '../../core/ide/keep-samples.ts';
import type { Span } from '../../core/text/span.ts';
import type { Summary } from '../checks/check.ts';
import type { FailureKind } from '../failure.ts';

/** With what the thread is started. */
export interface ThreadData {
  /** The bundle of the embedded engine. */
  readonly engineFile: string;
  /** An address in place of the embedded engine. */
  readonly endpoint: string | undefined;
}

/** One model to be verified. */
export interface Job {
  readonly text: string;
  /** The names of the patterns to try; all unless given. */
  readonly patterns?: readonly string[];
  /** Values that break keys which only look right. */
  readonly hostile: boolean;
}

export type ToThread =
  | { readonly type: 'verify'; readonly job: Job }
  /** Ends the job: tables are deleted, and it is answered with a failure of the kind `cancelled`. */
  | { readonly type: 'cancel' }
  /** The engine is closed, and the thread ends. */
  | { readonly type: 'close' };

export interface Difference {
  /** What was compared, and with which parameters. */
  readonly title: string;
  readonly message: string;
  /** Lines, to be shown side by side. */
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  /** The items on which they differ, as far as they can be written. */
  readonly samples: readonly KeptSample[];
}

/** What came of one pattern, or of the model as a whole, whose name is empty. */
export interface Outcome {
  readonly pattern: string;
  readonly summary: Summary;
  readonly differences: readonly Difference[];
  /** Why checks could not be made, each reason once. */
  readonly reasons: readonly string[];
  /** For people; the first has the verdict. */
  readonly lines: readonly string[];
}

/** How a job ends. */
export type Ending =
  | {
      readonly type: 'done';
      readonly model: Outcome;
      /** What it comes to, for people. */
      readonly lines: readonly string[];
    }
  /** No table can be made of the model. */
  | {
      readonly type: 'refused';
      readonly reasons: readonly { readonly message: string; readonly span: Span }[];
    }
  | { readonly type: 'failed'; readonly kind: FailureKind | 'crashed'; readonly message: string };

export type FromThread =
  | { readonly type: 'started'; readonly pattern: string }
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  | Ending;
