// The views of the table and each index: item collections in DynamoDB's order, attributes named per entity.
// Deliberately shows of an item what the target holds of it, and no more.
import type { DynamoValue } from '../analysis/capacity/item.ts';
import { byKey } from '../analysis/samples/collect.ts';
import { printValue } from '../analysis/samples/print-value.ts';
import type { SampleItem } from '../analysis/samples/samples.ts';
import type { Design, Target } from '../model/design.ts';
import type {
  PreviewCollection,
  PreviewColumn,
  PreviewRow,
  PreviewRun,
  PreviewValue,
  PreviewView,
} from './view-model.ts';

/** Longer texts are not sent to the webview; the whole stands in no cell anyway. */
const longestText = 1_000;

interface Placed {
  readonly sample: SampleItem;
  readonly partition: readonly DynamoValue[];
  readonly sort: readonly DynamoValue[];
}

export const viewId = (target: Target): string =>
  target.kind === 'table' ? 'table' : `index:${target.name}`;

export function viewsOf(design: Design, items: readonly SampleItem[]): readonly PreviewView[] {
  const entities = [...design.entities.keys()];
  return design.targets.map((target) => ({
    id: viewId(target),
    title: target.kind === 'table' ? 'Table' : target.name,
    kind: target.kind,
    span: target.nameSpan,
    partitionKey: target.partitionKey.map(({ name, type }) => ({ name, type })),
    sortKey: target.sortKey.map(({ name, type }) => ({ name, type })),
    projection: projectionText(target),
    collections: collectionsOf(target, design, items, entities),
    absent: [...design.entities.values()].flatMap(({ name, absences }) => {
      const absence = absences.find((each) => each.target === target);
      return absence ? [{ entity: entities.indexOf(name), missing: absence.missing }] : [];
    }),
  }));
}

function projectionText({ projection }: Target): string {
  if (projection === 'all') return 'all attributes';
  return projection === 'keys-only' || projection.length === 0 ? 'keys only' : projection.join(', ');
}

/** Collections in the order in which the model makes their first item: a partition key has no order of its own. */
function collectionsOf(
  target: Target,
  design: Design,
  items: readonly SampleItem[],
  entities: readonly string[],
): readonly PreviewCollection[] {
  const collections = new Map<string, Placed[]>();
  for (const sample of items) {
    const key = sample.keys.get(target);
    if (key === undefined) continue;
    const id = textOfKey(key.partition);
    const collection = collections.get(id) ?? [];
    collections.set(id, collection);
    collection.push({ sample, ...key });
  }
  const columns = columnsOf(target, design, items);
  const table = design.table?.target;
  return [...collections.values()].map((placed) => ({
    partition: (placed[0]?.partition ?? []).map(previewValue),
    runs: runsOf(placed.toSorted(byKey(table, ({ sort }) => sort)), columns, entities, table, design),
  }));
}

const textOfKey = (values: readonly DynamoValue[]): string =>
  JSON.stringify(values.map((value) => [value.type, printValue(value)]));

/** Of each entity the attributes that the target holds beside its own keys: those declared first, then keys. */
function columnsOf(
  target: Target,
  design: Design,
  items: readonly SampleItem[],
): ReadonlyMap<string, readonly PreviewColumn[]> {
  const table = design.table;
  const own = new Set([...target.partitionKey, ...target.sortKey].map((key) => key.name));
  const tableKeys = [...(table?.target.partitionKey ?? []), ...(table?.target.sortKey ?? [])].map(
    (key) => key.name,
  );
  const type = table?.decl.typeAttribute?.value;
  const { projection } = target;
  const holds = (name: string): boolean =>
    projection === 'all' ||
    tableKeys.includes(name) ||
    (projection !== 'keys-only' && projection.includes(name));
  return new Map(
    [...design.entities.values()].map((entity) => {
      const carried = items
        .filter((item) => item.entity === entity.name)
        .flatMap((item) => [...item.item.keys()]);
      const shown = [...new Set([...entity.attributes.keys(), ...carried])].filter(
        (name) => carried.includes(name) && !own.has(name) && name !== type && holds(name),
      );
      const columns = shown.map((name) => ({
        name,
        isKey: !entity.attributes.has(name) && isKeyName(name, design),
      }));
      return [
        entity.name,
        [...columns.filter((each) => !each.isKey), ...columns.filter((each) => each.isKey)],
      ];
    }),
  );
}

const isKeyName = (name: string, design: Design): boolean =>
  design.targets.some((target) =>
    [...target.partitionKey, ...target.sortKey].some((key) => key.name === name),
  );

function runsOf(
  placed: readonly Placed[],
  columnsByEntity: ReadonlyMap<string, readonly PreviewColumn[]>,
  entities: readonly string[],
  table: Target | undefined,
  design: Design,
): readonly PreviewRun[] {
  const runs: (PreviewRun & { readonly rows: PreviewRow[] })[] = [];
  for (const { sample, sort } of placed) {
    const entity = entities.indexOf(sample.entity);
    const columns = columnsByEntity.get(sample.entity) ?? [];
    let run = runs.at(-1);
    if (run?.entity !== entity) {
      run = { entity, columns, rows: [] };
      runs.push(run);
    }
    const key = table && sample.keys.get(table);
    run.rows.push({
      id: `${sample.entity} ${textOfKey([...(key?.partition ?? []), ...(key?.sort ?? [])])}`,
      sort: sort.map(previewValue),
      values: columns.map(({ name }) => {
        const value = sample.item.get(name);
        return value ? previewValue(value) : null;
      }),
      span: sample.written ?? design.entities.get(sample.entity)?.decl.nameSpan ?? { start: 0, end: 0 },
    });
  }
  return runs;
}

function previewValue(value: DynamoValue): PreviewValue {
  const text = printValue(value);
  return { text: text.length > longestText ? `${text.slice(0, longestText)}…` : text, type: value.type };
}
