// How the items of an entity come to lie in an index: always or sometimes, by keys written for it or by accident.
// Deliberately calls it accident only where patterns read the index for others: an index that nobody reads may be meant for anyone.
import type { Entity, Layout, Target } from '../../model/design.ts';
import type { KeyDecl } from '../../model/model.ts';
import type { IndexReads } from './reads.ts';

/** Of each key attribute, the targets that it is a key of. */
export type KeyOwners = ReadonlyMap<string, ReadonlySet<Target>>;

export function keyOwners(targets: readonly Target[]): KeyOwners {
  const owners = new Map<string, Set<Target>>();
  for (const target of targets) {
    for (const { name } of [...target.partitionKey, ...target.sortKey]) {
      const known = owners.get(name) ?? new Set();
      owners.set(name, known.add(target));
    }
  }
  return owners;
}

/** What puts the items of one entity into an index that patterns read, and never for it. */
export interface Unread {
  /** The lines that stand for this index alone. */
  readonly lines: readonly KeyDecl[];
  /** Its own attributes that are keys of the index under their own names. */
  readonly plain: readonly string[];
  /** No line was written for it: its attributes only have the names of the index's keys. */
  readonly isByAccident: boolean;
}

/**
 * Undefined where patterns read it there, where they read nothing there, or where that is not known; and where keys of
 * the table or of another index put it there: an inverted index holds what the table holds.
 *
 * @param layouts all in which the entity lies in the target
 */
export function unreadIn(
  { isComplete, entities }: IndexReads,
  owners: KeyOwners,
  entity: Entity,
  target: Target,
  layouts: readonly Layout[],
): Unread | undefined {
  const read = entities.get(target.name);
  if (!isComplete || target.kind === 'table' || read === undefined || read.has(entity)) return undefined;
  const parts = layouts.flatMap(({ partition, sort }) => [...partition, ...sort]);
  const own = parts.flatMap(({ decl, key }) => (decl && owners.get(key.name)?.size === 1 ? [decl] : []));
  const lines = [...new Set(own)];
  const names = parts.flatMap(({ decl, key }) => (decl ? [] : [key.name]));
  const plain = [...new Set(names)].filter((name) => entity.attributes.has(name));
  if (lines.length === 0 && plain.length === 0) return undefined;
  return { lines, plain, isByAccident: lines.length === 0 };
}
