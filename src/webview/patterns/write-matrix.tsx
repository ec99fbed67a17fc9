// What writes do to the entry of a sample item in the table and in every index: put, delete, none, and what goes wrong.
// Deliberately all indexes, also those that are not touched: that nothing happens there is an answer.
import type { EntryView, LegView } from '../../core/preview/view/patterns.ts';
import type { TableView, TargetView, Value } from '../../core/preview/view/table.ts';
import { listOf } from '../../core/text/words.ts';
import { usePage } from '../context.ts';
import { KeyText } from '../parts/breakable.tsx';
import { EntityName } from '../parts/entity-mark.tsx';
import { Sideways } from '../parts/sideways.tsx';

interface Props {
  readonly table: TableView;
  /** All of them writes. */
  readonly legs: readonly LegView[];
}

const fates: Readonly<Record<EntryView['fate'], readonly [sign: string, word: string]>> = {
  enters: ['+', 'put'],
  leaves: ['−', 'delete'],
  moves: ['∓', 'delete and put'],
  changes: ['~', 'put anew'],
  none: ['·', 'none'],
  stale: ['!', 'stale key'],
  checked: ['?', 'checked only'],
};

export function WriteMatrix({ table, legs }: Props) {
  return (
    <section class="leg" aria-label="Writes">
      <h3>
        {legs[0]?.isStep && <span class="quiet">then, for each: </span>}
        Every entry that is written
      </h3>
      <Sideways label="Entries of the table and its indexes">
        <table class="write-matrix">
          <thead>
            <tr>
              <th scope="col">Write</th>
              {table.targets.map(({ id, title }) => (
                <th scope="col" key={id}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {legs.map((leg, i) => (
              <Leg key={i} leg={leg} table={table} />
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

function Leg({ leg, table }: { readonly leg: LegView; readonly table: TableView }) {
  if (leg.run.kind !== 'write') return null;
  const { entries } = leg.run;
  return (
    <tr>
      <th scope="row">
        {leg.label}{' '}
        {leg.entities.slice(0, 1).map((entity) => (
          <EntityName key={entity} entity={entity} />
        ))}
        {leg.remarks.length > 0 && <p class="quiet">{leg.remarks.join(' · ')}</p>}
      </th>
      {table.targets.map((target) => (
        <Entry key={target.id} entry={entries.find((each) => each.target === target.id)} target={target} />
      ))}
    </tr>
  );
}

function Entry({ entry, target }: { readonly entry: EntryView | undefined; readonly target: TargetView }) {
  const { choose } = usePage();
  if (!entry) return <td />;
  const [sign, word] = fates[entry.fate];
  return (
    <td class={`entry ${entry.fate}`}>
      <button
        type="button"
        class="fate"
        title={`Show ${target.title}`}
        onClick={() => choose({ tab: 'table', target: target.id })}
      >
        <span class="sign" aria-hidden="true">
          {sign}
        </span>
        {word}
      </button>
      {entry.units !== undefined && entry.fate !== 'none' && <span class="quiet units">{entry.units}</span>}
      <Keys entry={entry} />
      {entry.missing.length > 0 && <p class={entry.fate === 'stale' ? 'why' : 'quiet'}>{whyOf(entry)}</p>}
    </td>
  );
}

function whyOf({ fate, missing, before }: EntryView): string {
  if (fate !== 'stale') return `no ${listOf(missing, 'or')}`;
  const lacks = `the caller does not know ${listOf(missing)}`;
  return before
    ? `The key should change and cannot be written: ${lacks}. The entry stays where it was.`
    : `The item should enter and its key cannot be written: ${lacks}.`;
}

function Keys({ entry: { fate, before, after } }: { readonly entry: EntryView }) {
  switch (fate) {
    case 'moves':
      return (
        <>
          <Key values={before} class="old" />
          <Key values={after} class="" />
        </>
      );
    case 'leaves':
      return <Key values={before} class="old" />;
    case 'stale':
      return <Key values={before} class="kept" />;
    default:
      return <Key values={after ?? before} class="" />;
  }
}

function Key({ values, class: own }: { readonly values: readonly Value[] | null; readonly class: string }) {
  if (!values) return null;
  return (
    <p class={`entry-key ${own}`}>
      {values.map(({ text }, i) => (
        <span key={i}>
          {i > 0 && <span class="quiet"> / </span>}
          <KeyText text={text} />
        </span>
      ))}
    </p>
  );
}
