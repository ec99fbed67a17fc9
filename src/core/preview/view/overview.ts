// What the preview always shows: the table's name, its entities, what stands in the way, and what there is to look at.
// Deliberately plain data without markup, colours and pixels: it is sent to a webview, written to a file, compared in a test.
import type { Severity } from '../../rules/rule.ts';
import type { Span } from '../../text/span.ts';

export interface Overview {
  /** The table's name; empty where it has none. */
  readonly title: string;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly entities: readonly EntityView[];
  /** The table first, then its indexes; empty where the model has no table with keys. */
  readonly targets: readonly TargetName[];
  /** How many access patterns there are. */
  readonly patterns: number;
  /** What could not be shown, each in one sentence. */
  readonly notes: readonly Note[];
}

export interface Note {
  readonly text: string;
  readonly span: Span;
}

export interface EntityView {
  readonly name: string;
  /** Two letters, no two entities alike: the mark beside the colour. */
  readonly mark: string;
  /** 0 to 7. */
  readonly color: number;
  /** `900k`, `20 per Customer`; undefined where the model does not say. */
  readonly count: string | undefined;
  readonly span: Span;
}

export interface TargetName {
  /** `table`, or `index:` and the index's name. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'table' | 'global' | 'local';
  readonly span: Span;
}

/** A figure of the core's: what is known of it, and what it is at least. */
export interface Figure {
  /** The mean; null where it is not known. */
  readonly mean: number | null;
  readonly atLeast: number;
}
