// Places boxes and lines of an entity diagram: what is referenced to the left of what references it.
// Deliberately simple (layers, then barycentres): the same diagram for the same model, in time that grows with its size.
import type { Span } from '../text/span.ts';
import type { NodeRow, RelationEdge, RelationNode, RelationsView } from './view/relations.ts';

export interface Box {
  readonly title: string;
  readonly items: string;
  readonly rows: readonly NodeRow[];
  readonly more: number;
}

/** Both ends are places of boxes. */
export interface Relation {
  readonly from: number;
  readonly to: number;
  readonly attributes: readonly string[];
  readonly count: string;
  readonly span: Span;
}

/** In pixels at 100 %. The widths of letters are those of common system fonts, rounded up. */
const size = {
  letter: 7.4,
  padding: 12,
  head: 46,
  row: 20,
  foot: 8,
  least: 150,
  most: 300,
  acrossGap: 110,
  downGap: 26,
  margin: 24,
} as const;

/** A column beyond this height is continued in the next. */
const tallest = 1600;
const sweeps = 4;

export function boxSize({ title, items, rows, more }: Box): {
  readonly width: number;
  readonly height: number;
} {
  const letters = Math.max(
    title.length + 5,
    items.length,
    ...rows.map(({ name, type }) => name.length + type.length + 3),
  );
  const width = Math.min(size.most, Math.max(size.least, letters * size.letter + 2 * size.padding));
  const lines = rows.length + (more > 0 ? 1 : 0);
  return { width: Math.ceil(width), height: size.head + lines * size.row + size.foot };
}

/** The parents of each box, those that would close a circle left out. */
function parentsOf(count: number, relations: readonly Relation[]): readonly (readonly number[])[] {
  const all = Array.from({ length: count }, (): number[] => []);
  for (const { from, to } of relations) if (from !== to) all[from]?.push(to);
  const state = new Array<'new' | 'open' | 'done'>(count).fill('new');
  const kept = all.map((): number[] => []);
  for (let start = 0; start < count; start++) {
    // By hand and not by recursion: a chain may be as long as the model.
    const way: { readonly box: number; next: number }[] = [{ box: start, next: 0 }];
    if (state[start] !== 'new') continue;
    state[start] = 'open';
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const parent = all[at.box]?.[at.next++];
      if (parent === undefined) {
        state[at.box] = 'done';
        way.pop();
      } else if (state[parent] !== 'open') {
        kept[at.box]?.push(parent);
        if (state[parent] === 'new') {
          state[parent] = 'open';
          way.push({ box: parent, next: 0 });
        }
      }
    }
  }
  return kept;
}

/** One more than the deepest parent. */
function layersOf(parents: readonly (readonly number[])[]): readonly number[] {
  const layers = new Array<number>(parents.length).fill(-1);
  for (let start = 0; start < parents.length; start++) {
    const way = [start];
    for (let box = way.at(-1); box !== undefined; box = way.at(-1)) {
      const own = parents[box] ?? [];
      const open = own.find((parent) => layers[parent] === -1);
      if (open !== undefined) way.push(open);
      else {
        layers[box] = own.reduce((deepest, parent) => Math.max(deepest, (layers[parent] ?? 0) + 1), 0);
        way.pop();
      }
    }
  }
  return layers;
}

/** Boxes of each layer, ordered so that lines cross little: by the mean place of what they are connected to. */
function orderedLayers(layers: readonly number[], relations: readonly Relation[]): number[][] {
  const depth = Math.max(-1, ...layers) + 1;
  const columns = Array.from({ length: depth }, (): number[] => []);
  for (const [box, layer] of layers.entries()) columns[layer]?.push(box);
  const neighbours = layers.map((): number[] => []);
  for (const { from, to } of relations) {
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  const place = new Map<number, number>();
  const note = (column: readonly number[]): void => {
    for (const [i, box] of column.entries()) place.set(box, i / Math.max(1, column.length));
  };
  columns.forEach(note);
  const mean = (box: number): number => {
    const own = neighbours[box] ?? [];
    const sum = own.reduce((all, other) => all + (place.get(other) ?? 0), 0);
    return own.length === 0 ? (place.get(box) ?? 0) : sum / own.length;
  };
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const means = new Map(column.map((box) => [box, mean(box)]));
      column.sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0) || a - b);
      note(column);
    }
  }
  return columns;
}

/** Columns that are too tall are continued beside themselves. */
function split(columns: readonly (readonly number[])[], heights: readonly number[]): number[][] {
  return columns.flatMap((column) => {
    const parts: number[][] = [[]];
    let height = 0;
    for (const box of column) {
      const own = (heights[box] ?? 0) + size.downGap;
      if (height > 0 && height + own > tallest) {
        parts.push([]);
        height = 0;
      }
      parts.at(-1)?.push(box);
      height += own;
    }
    return parts;
  });
}

export function layoutRelations(boxes: readonly Box[], relations: readonly Relation[]): RelationsView {
  const sizes = boxes.map(boxSize);
  const layers = layersOf(parentsOf(boxes.length, relations));
  const heights = sizes.map(({ height }) => height);
  const columns = split(orderedLayers(layers, relations), heights);
  const totals = columns.map((column) =>
    column.reduce((all, box) => all + (heights[box] ?? 0) + size.downGap, -size.downGap),
  );
  const tall = Math.max(0, ...totals);
  const nodes = new Map<number, RelationNode>();
  let x: number = size.margin;
  for (const [i, column] of columns.entries()) {
    const width = Math.max(0, ...column.map((box) => sizes[box]?.width ?? 0));
    let y = size.margin + (tall - (totals[i] ?? 0)) / 2;
    for (const box of column) {
      const own = boxes[box];
      const { width: ownWidth, height } = sizes[box] ?? { width: 0, height: 0 };
      if (own === undefined) continue;
      const { items, rows, more } = own;
      nodes.set(box, { entity: box, x, y: Math.round(y), width: ownWidth, height, items, rows, more });
      y += height + size.downGap;
    }
    x += width + size.acrossGap;
  }
  return {
    width: Math.max(size.margin * 2, x - size.acrossGap + size.margin),
    height: tall + 2 * size.margin,
    nodes: boxes.flatMap((_, box) => nodes.get(box) ?? []),
    edges: relations.flatMap((relation) => edgeOf(relation, nodes) ?? []),
  };
}

/** From the attribute that references, out of the left side, to the head of what is referenced, into its right side. */
function edgeOf(relation: Relation, nodes: ReadonlyMap<number, RelationNode>): RelationEdge | undefined {
  const [child, parent] = [nodes.get(relation.from), nodes.get(relation.to)];
  if (child === undefined || parent === undefined) return undefined;
  const row = child.rows.findIndex(({ name }) => relation.attributes.includes(name));
  const startY = child.y + size.head + (row < 0 ? child.rows.length : row + 0.5) * size.row;
  const endY = parent.y + size.head / 2;
  if (relation.from === relation.to) {
    const out = 46;
    const points = [
      [child.x + child.width, startY],
      [child.x + child.width + out, startY],
      [child.x + child.width + out, endY],
      [child.x + child.width, endY],
    ] as const;
    return { ...relation, points };
  }
  const [startX, endX] = [child.x, parent.x + parent.width];
  const pull = Math.max(50, Math.abs(startX - endX) / 2);
  const points = [
    [startX, startY],
    [startX - pull, startY],
    [endX + pull, endY],
    [endX, endY],
  ] as const;
  return { ...relation, points };
}
