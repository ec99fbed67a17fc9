// The access patterns: a list to choose from, and the one that is chosen.
// Deliberately side by side where there is room, so that one can go through them one by one.
import { useEffect } from 'preact/hooks';
import type { PatternsView, PatternView } from '../../core/preview/view/patterns.ts';
import type { TableView } from '../../core/preview/view/table.ts';
import { usePage } from '../context.ts';
import { PatternDetail } from './pattern-detail.tsx';
import { PatternList } from './pattern-list.tsx';

interface Props {
  readonly table: TableView;
  readonly list: PatternsView;
  /** The one asked for last; null where it is gone, undefined until it is there. */
  readonly pattern: PatternView | null | undefined;
}

export function PatternsTab({ table, list, pattern }: Props) {
  const { choices, choose } = usePage();
  const [first] = list.patterns;
  useEffect(() => {
    if (choices.pattern === undefined && first) choose({ pattern: first.name });
  }, [choices.pattern, first, choose]);
  if (!first) {
    return (
      <p class="empty">
        There are no access patterns yet. Write what the application asks for under accessPatterns.
      </p>
    );
  }
  const isThere = list.patterns.some(({ name }) => name === choices.pattern);
  return (
    <>
      <PatternList patterns={list.patterns} />
      {pattern && pattern.name === choices.pattern ? (
        <PatternDetail key={pattern.name} table={table} pattern={pattern} />
      ) : (
        <p class="empty waiting">
          {isThere || choices.pattern === undefined
            ? 'Reckoning…'
            : `There is no pattern ${choices.pattern} at the moment.`}
        </p>
      )}
    </>
  );
}
