// Chooses the items that a new item refers to, so that all its references agree with each other.
// Deliberately follows names: a comment's `owner` is its issue's `owner`, but its `user` need not be the issue's `creator`.
import { attributeValue, type Draft, type Parent } from './draft.ts';
import { type Family, groupIndex } from './family.ts';
import type { Group } from './groups.ts';
import { mixed } from './mixed.ts';
import { printValue } from './print-value.ts';

export type Families = ReadonlyMap<string, Family>;

/** All items that the group can name, those of its entities in turn. */
export function candidatesFor(group: Group, families: Families): readonly Parent[] {
  return group.entities
    .flatMap((name, option) => (families.get(name)?.drafts ?? []).map((draft) => ({ draft, option })))
    .sort((a, b) => a.draft.index - b.draft.index || a.option - b.option);
}

/** The parents of all groups; `known` is the one that the item is made for. */
export function chooseParents(
  draft: Draft,
  known: { readonly group: number; readonly parent: Parent } | undefined,
  families: Families,
): readonly (Parent | undefined)[] {
  const { family } = draft;
  const chosen: (Parent | undefined)[] = family.groups.map((_, i) =>
    i === known?.group ? known.parent : undefined,
  );
  for (const [i, group] of family.groups.entries()) {
    if (chosen[i] || waits(group, family)) continue;
    const inherited = inheritedParent(group, family, chosen);
    if (inherited && agreesWithSet(draft, group, inherited)) {
      chosen[i] = inherited;
      continue;
    }
    const possible = candidatesFor(group, families).filter(
      (parent) => parent.draft !== draft && agreesWithSet(draft, group, parent),
    );
    const agreeing = possible.filter((parent) => agrees(parent, family, chosen));
    const from = agreeing.length > 0 ? agreeing : possible;
    const start = mixed(`${family.entity.name}/${i}/${known?.parent.draft.index ?? 0}`);
    chosen[i] = from[(start + draft.ordinal + draft.attempt) % Math.max(1, from.length)];
  }
  return chosen;
}

/** References to the own kind wait for all of it, unless the key needs them at once. */
const waits = (group: Group, family: Family): boolean =>
  !family.complete &&
  group.entities.includes(family.entity.name) &&
  !group.attributes.some((attribute) => family.keyed.has(attribute.name));

/** What a parent's attributes of the same names refer to. */
function inheritedParent(
  group: Group,
  family: Family,
  chosen: readonly (Parent | undefined)[],
): Parent | undefined {
  for (const parent of chosen) {
    if (!parent || parent.draft.family === family) continue;
    const theirs = sameGroup(parent.draft.family, group);
    const inherited = theirs < 0 ? undefined : parent.draft.parents[theirs];
    if (inherited) return inherited;
  }
  return undefined;
}

/** The group of the family that has all the attributes, by name and reference. */
function sameGroup(family: Family, group: Group): number {
  const indexes = group.attributes.map(({ name, references }) => {
    const theirs = family.entity.attributes.get(name);
    const same =
      theirs?.references.length === references.length &&
      references.every((reference, i) => theirs.references[i] === reference);
    return same ? groupIndex(family, name) : -1;
  });
  const [first = -1] = indexes;
  return indexes.every((index) => index === first) ? first : -1;
}

/** Whether what the candidate refers to is what the item refers to already. */
function agrees(candidate: Parent, family: Family, chosen: readonly (Parent | undefined)[]): boolean {
  // An item that refers to one of its own kind had better be another's: a fork is not the owner's own.
  if (candidate.draft.family === family) {
    return !candidate.draft.parents.some(
      (theirs) => theirs && chosen.some((mine) => mine?.draft === theirs.draft),
    );
  }
  return family.groups.every((group, i) => {
    const mine = chosen[i];
    if (!mine) return true;
    const theirs = sameGroup(candidate.draft.family, group);
    const parent = theirs < 0 ? undefined : candidate.draft.parents[theirs];
    return parent === undefined || parent.draft === mine.draft;
  });
}

/** True if the item's references are all of one story: no parent contradicts another. */
export const isConsistent = (draft: Draft): boolean =>
  draft.parents.every(
    (parent) =>
      !parent || parent.draft.family === draft.family || agrees(parent, draft.family, draft.parents),
  );

/** Values that the user wrote decide which item is meant. */
function agreesWithSet(draft: Draft, group: Group, parent: Parent): boolean {
  return group.attributes.every(({ name, references }) => {
    const set = draft.set.get(name);
    const reference = references[parent.option];
    if (set === undefined || reference === undefined) return true;
    const theirs = attributeValue(parent.draft, reference.name);
    return theirs !== undefined && printValue(theirs) === printValue(set);
  });
}
