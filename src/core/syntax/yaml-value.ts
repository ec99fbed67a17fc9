// From trees to plain values for the schema, and from the schema's paths back to the tree.
// Deliberately knows no schema: what an empty or missing value means is said by the one who asks.
import { entryOf, type MapEntry, type Node, type Path } from './tree.ts';

/**
 * Strings, numbers, booleans, null, arrays, and objects without a prototype, so that `__proto__` is a key like any
 * other. A key written twice has its last value; nothing written is null.
 */
export function plainValue(node: Node | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return null;
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plainValue);
    case 'map': {
      const result: Record<string, unknown> = Object.create(null);
      for (const { key, value } of node.entries) result[key.source] = plainValue(value);
      return result;
    }
  }
}

/** What a path leads to. */
export interface Found {
  /** Undefined where the path ends at an empty value. */
  readonly node?: Node;
  /** The innermost entry on the path: its key is the place to point at where the value is empty or has no place. */
  readonly entry?: MapEntry;
  /** The map or list in which the path's last step was taken. */
  readonly parent?: Node;
  /** How many steps of the path exist; less than its length where the tail is missing. */
  readonly depth: number;
}

/** What stands at the path, or the deepest that exists on the way to it. */
export function nodeAt(root: Node | undefined, path: Path): Found {
  let found: Found = root === undefined ? { depth: 0 } : { node: root, depth: 0 };
  for (const step of path) {
    const next = child(found, step);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

function child({ node: parent, entry: outer, depth }: Found, step: string | number): Found | undefined {
  if (parent?.kind === 'map') {
    const entry = entryOf(parent, String(step));
    if (entry === undefined) return undefined;
    return { parent, entry, depth: depth + 1, ...(entry.value && { node: entry.value }) };
  }
  if (parent?.kind !== 'list' || typeof step !== 'number' || !(step in parent.items)) return undefined;
  const item = parent.items[step];
  return { parent, depth: depth + 1, ...(outer && { entry: outer }), ...(item && { node: item }) };
}
