// The contract of a generator: from a snapshot to the text of a file in somebody else's language.
// Deliberately pure, and without a path or a clock: the same model gives the same text.
import type { Design } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Span } from '../text/span.ts';

/** What stands in the way, in one sentence or two, and where it is written. */
export interface Reason {
  readonly message: string;
  readonly span: Span;
}

export type Generated =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** What the text cannot say and somebody must still do, or what was assumed; each in plain sentences. */
      readonly notes: readonly string[];
    }
  /** At least one reason, in the order of the text. */
  | { readonly kind: 'refused'; readonly reasons: readonly Reason[] };

export interface GeneratorTarget {
  /** kebab-case; what the command line takes. */
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  /** A language of VS Code. */
  readonly languageId: string;
  /** A name for the file, safe on every system. */
  fileName(design: Design): string;
  generate(snapshot: Snapshot): Generated;
}

/** The table's name as the beginning of a file name. */
export function fileStem({ model }: Design): string {
  const safe = (model.table?.name?.value ?? '').replace(/[^A-Za-z0-9_.-]+/g, '-').slice(0, 100);
  return safe.replace(/^[.-]+/, '') || 'table';
}
