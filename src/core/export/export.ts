// A preview in one of the formats, as text.
// Deliberately in steps: a page of a large model takes seconds, and a server has others to answer in between.

import type { Target } from '../model/design.ts';
import { targetId } from '../preview/names.ts';
import { overviewOf } from '../preview/overview.ts';
import { tableView } from '../preview/table.ts';
import { wholeInSteps } from '../preview/whole.ts';
import type { Snapshot } from '../snapshot.ts';
import { listOf } from '../text/words.ts';
import { exportCsv } from './csv.ts';
import type { FormatId } from './formats.ts';
import { exportHtml, type PageParts } from './html.ts';
import { exportMarkdown } from './markdown.ts';
import { exportSvg } from './svg.ts';

export interface Wish {
  readonly format: FormatId;
  /** The id of the table or an index, for formats that show one. */
  readonly target: string;
  /** What the preview is called where the table has no name. */
  readonly name: string;
}

export type Exported =
  | { readonly kind: 'text'; readonly text: string }
  /** There is nothing to be written, in one sentence. */
  | { readonly kind: 'nothing'; readonly why: string };

const text = (written: string): Exported => ({ kind: 'text', text: written });

/** @param page what the page is made of, for HTML */
export function* exportInSteps(snapshot: Snapshot, wish: Wish, page: PageParts): Generator<void, Exported> {
  switch (wish.format) {
    case 'html':
      return text(exportHtml(yield* wholeInSteps(snapshot), page, wish.name));
    case 'markdown':
      return text(exportMarkdown(snapshot, wish.name));
    case 'csv': {
      const target = snapshot.design.targets.find((each) => targetId(each) === wish.target);
      return target ? text(exportCsv(snapshot, target)) : nothing(snapshot);
    }
    case 'svg': {
      const table = tableView(snapshot);
      const target = table.targets.find(({ id }) => id === wish.target);
      return target ? text(exportSvg(overviewOf(snapshot), table, target, wish.name)) : nothing(snapshot);
    }
  }
}

const nothing = ({ design }: Snapshot): Exported => ({
  kind: 'nothing',
  why:
    design.targets.length === 0
      ? 'There is nothing to show: the model has no table with a partition key yet.'
      : `The model has no such index.${indexes(design.targets)}`,
});

function indexes(targets: readonly Target[]): string {
  const names = targets.flatMap(({ kind, name }) => (kind === 'table' ? [] : [name]));
  return names.length > 0 ? ` There are ${listOf(names)}.` : '';
}
