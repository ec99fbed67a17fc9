// Keys that an update leaves behind: what it changes calls for a new key, and the caller cannot make it.
// Deliberately by what the caller knows: in a key, what is not known cannot be written.
import type { Design, KeyPart, Layout, ResolvedAction } from '../../model/design.ts';
import { touchedBy } from '../capacity/touched.ts';
import { identityOf } from '../counts/identity.ts';
import { clausesOf } from '../routes/clauses.ts';

export interface StaleKey {
  /** The way in which an item would lie after the update; one that leaves the index needs no key. */
  readonly layout: Layout;
  readonly part: KeyPart;
  /** The attributes that the caller would have to know, in the order of the key. */
  readonly missing: readonly string[];
}

const namesIn = ({ template }: KeyPart): readonly string[] => [
  ...new Set(template.parts.flatMap((part) => (part.kind === 'placeholder' ? [part.name] : []))),
];

/** The attributes whose values the caller of an update has at hand. */
function knownTo(design: Design, { action, entities }: ResolvedAction): ReadonlySet<string> {
  const [entity] = entities;
  const table = design.table?.target;
  const own = (entity?.layouts ?? [])
    .filter(({ target }) => target === table)
    .flatMap(({ partition, sort }) => [...partition, ...sort].flatMap(namesIn));
  const equal = clausesOf([...action.where, ...action.when]).filter(({ operator }) => operator === '=');
  const constants = [...(entity?.attributes.values() ?? [])].filter(({ decl }) => decl.constant);
  return new Set([
    ...own,
    ...(entity ? identityOf(design, entity) : []),
    ...equal.map(({ attribute }) => attribute),
    ...clausesOf(action.set).map(({ attribute }) => attribute),
    ...action.given.map(({ value }) => value),
    ...constants.map(({ name }) => name),
  ]);
}

/**
 * The key attributes of indexes that an update would have to write and cannot: those made of what it changes, and those
 * that an item gets when it meets the conditions of conditional keys.
 */
export function staleKeys(design: Design, resolved: ResolvedAction): readonly StaleKey[] {
  const { action, entities } = resolved;
  const [entity] = entities;
  if (action.kind !== 'update' || entity === undefined) return [];
  const { names, removed } = touchedBy(action);
  const known = knownTo(design, resolved);
  const ofLayout = (layout: Layout): readonly StaleKey[] => {
    const decides = clausesOf(layout.variant?.when ?? []).some(({ attribute }) => names.has(attribute));
    return [...layout.partition, ...layout.sort].flatMap((part) => {
      const made = namesIn(part);
      const isRemade = decides || made.some((name) => names.has(name));
      // A bare attribute is its own key, and one that is set by name is written as it is.
      if (!isRemade || part.decl === undefined || names.has(part.key.name)) return [];
      if (made.some((name) => removed.has(name))) return [];
      const missing = made.filter((name) => !known.has(name));
      return missing.length > 0 ? [{ layout, part, missing }] : [];
    });
  };
  return entity.layouts.filter(({ target }) => target !== design.table?.target).flatMap(ofLayout);
}
