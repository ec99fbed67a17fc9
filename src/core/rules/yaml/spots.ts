// Walks the tree, each value with its place in it, and says which small language is written at a path.
// Deliberately skips what an alias repeats: its text stands elsewhere and is walked there.
import type { ListNode, MapEntry, MapNode, Node, Path, Tree } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';

/** A value, or the place of one that is missing. */
export interface Spot {
  /** The key or position in its parent; undefined for the root. */
  readonly step: string | number | undefined;
  readonly node: Node | undefined;
  /** The entry whose value it is; undefined for items of lists and for the root. */
  readonly entry: MapEntry | undefined;
  readonly parent: Spot | undefined;
}

/** In the order of the text. */
export function spotsOf(tree: Tree): readonly Spot[] {
  const spots: Spot[] = [];
  addBelow({ step: undefined, node: tree.root, entry: undefined, parent: undefined }, spots);
  return spots;
}

function addBelow(spot: Spot, spots: Spot[]): void {
  spots.push(spot);
  const { node } = spot;
  if (node === undefined || node.kind === 'scalar' || node.alias !== undefined) return;
  if (node.kind === 'map') {
    for (const entry of node.entries) {
      if (isMerged(node, entry.span)) continue;
      addBelow({ step: entry.key.source, node: entry.value, entry, parent: spot }, spots);
    }
    return;
  }
  for (const [step, item] of node.items.entries()) {
    addBelow({ step, node: item, entry: undefined, parent: spot }, spots);
  }
}

/** Made on demand, as few rules ask for the path of few spots. */
export function pathOf(spot: Spot): Path {
  const path: (string | number)[] = [];
  for (let at: Spot | undefined = spot; at?.step !== undefined; at = at.parent) path.push(at.step);
  return path.reverse();
}

/** Entries that a merge key brings in stand elsewhere. */
const isMerged = (map: MapNode, at: Span): boolean => at.start < map.span.start || map.span.end < at.end;

/** The flow collections around a spot, the innermost first. */
export function flowAround(spot: Spot): readonly (MapNode | ListNode)[] {
  const found: (MapNode | ListNode)[] = [];
  for (let at = spot.parent; at !== undefined; at = at.parent) {
    if (at.node !== undefined && at.node.kind !== 'scalar' && at.node.flow) found.push(at.node);
  }
  return found;
}

const clauseKeys: ReadonlySet<unknown> = new Set([
  'where',
  'filter',
  'condition',
  'when',
  'set',
  'add',
  'append',
]);

/** True for the keys under which clauses stand. */
export const isClauseKey = (step: string | number | undefined): boolean => clauseKeys.has(step);

/** What is written at a path: a clause, a key template, or anything else. */
export function languageAt(path: Path): 'clause' | 'template' | 'other' {
  const inKeys = path[0] === 'entities' && path[2] === 'keys' && path.length > 3;
  if (!inKeys && path[0] !== 'accessPatterns') return 'other';
  const last = typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1);
  const enough = inKeys ? path.length > 4 : path.length > 2;
  if (enough && isClauseKey(last)) return 'clause';
  const isTemplate = inKeys ? last !== 'share' : path.slice(2).includes('key') && last !== 'key';
  return isTemplate ? 'template' : 'other';
}
