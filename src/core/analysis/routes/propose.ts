// Proposes what would serve a query that nothing serves: keys in an index that has room, a local index, a new global index.
// Deliberately one pattern at a time; the advisor finds the least set for all of them.

import { limits } from '../../facts/limits.ts';
import type { Attribute, Design, Entity, Target } from '../../model/design.ts';
import { namesOfParts, primaryKeyAttributes, tableLayout } from '../../model/layouts.ts';
import type { Action } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';
import { type Binding, bind, type Given } from './bind.ts';
import { clausesOf } from './clauses.ts';
import { rangeOperator } from './known.ts';
import { printedOrder } from './printed-order.ts';

/** A key line to write on an entity. */
export interface ProposedKey {
  readonly entity: string;
  readonly key: string;
  readonly template: string;
  /** Those of which it is made; the item is in the index only if it has them all. */
  readonly attributes: readonly string[];
}

export interface Proposal {
  readonly kind: 'keys-in-index' | 'local-index' | 'global-index';
  /** The index, existing or new. */
  readonly index: string;
  /** Undefined where the index exists. A name, or several for a multi-attribute key. */
  readonly declaration:
    | { readonly partitionKey: readonly string[]; readonly sortKey: readonly string[] }
    | undefined;
  readonly keys: readonly ProposedKey[];
}

interface Wanted {
  readonly binding: Binding;
  readonly equal: readonly Given[];
  readonly range: Given | undefined;
  /** The attribute by which items are ordered, where no range names one. */
  readonly orderBy: Attribute | undefined;
}

function wantedOf(binding: Binding, action: Action): Wanted {
  const equal = binding.givens.filter(({ clause }) => clause.operator === '=');
  const range = binding.givens.find(({ clause }) => rangeOperator(clause) !== undefined);
  const name = action.order?.attribute?.value;
  return {
    binding,
    equal,
    range,
    orderBy: name === undefined ? undefined : binding.entity.attributes.get(name),
  };
}

const isKeyType = (attribute: Attribute): boolean =>
  attribute.type === 'string' || attribute.type === 'number' || attribute.type === 'binary';

/** An attribute that can be a key as it is: stored, of a key type, and in every item. */
const isPlainKey = (attribute: Attribute): boolean =>
  isKeyType(attribute) && attribute.decl.stored && !attribute.decl.optional;

/** A sort key of its own: an address such as 9.0.0.0 does not sort as text. */
const sortsByItself = (attribute: Attribute): boolean =>
  printedOrder(attribute, [], attribute.type === 'number' ? 'number' : 'string').kind === 'keeps';

/** An attribute fixed by `=` exists in every item asked for, so it may be optional. */
const isPlainEquality = ({ attribute }: Given): boolean => isKeyType(attribute) && attribute.decl.stored;

const sortAttribute = (wanted: Wanted): Attribute | undefined => wanted.range?.attribute ?? wanted.orderBy;

/** Names like GSI1PK are no attribute of any entity: keys are written by templates. */
function overloaded(design: Design, target: Target): boolean {
  return [...target.partitionKey, ...target.sortKey].every(
    (key) =>
      key.type === 'string' &&
      [...design.entities.values()].every((entity) => !entity.attributes.has(key.name)),
  );
}

const capitalised = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

function freshName(design: Design, base: string): string {
  const taken = new Set(design.model.indexes.map((index) => index.name));
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base}${n}`;
  return name;
}

function freshNumbered(design: Design): string {
  const taken = new Set(design.model.indexes.map((index) => index.name));
  let n = 1;
  while (taken.has(`GSI${n}`)) n++;
  return `GSI${n}`;
}

/** A placeholder that keeps its order as text: numbers are padded to their `max`. Undefined where nothing keeps it. */
function ordered(attribute: Attribute): string | undefined {
  const bare = printedOrder(attribute, [], 'string');
  if (bare.kind === 'keeps' && (attribute.type === 'string' || attribute.type === 'number'))
    return `\${${attribute.name}}`;
  const max = attribute.sources.find((source) => source.max !== undefined)?.max;
  if (attribute.type !== 'number' || max === undefined || max < 0) return undefined;
  return `\${${attribute.name} | pad(${String(Math.floor(max)).length})}`;
}

/** What tells the items of an entity apart in its own primary key, beyond what is in the partition already. */
function restOfIdentity(entity: Entity, without: ReadonlySet<string>): readonly string[] {
  return primaryKeyAttributes(entity).filter((name) => !without.has(name));
}

/**
 * What stands before an attribute in a key, as in `USER#${ownerId}`: the entity that it references in the end, the same
 * for all entities of the query, else its own name, `ORDER` for orderId.
 */
function labelOf(clause: Clause, wanteds: readonly Wanted[]): string {
  const attributes = wanteds.flatMap(({ equal }) =>
    equal.flatMap((given) => (given.clause === clause ? [given.attribute] : [])),
  );
  const origins = new Set(attributes.flatMap((attribute) => [...attribute.origins]));
  const [origin] = origins;
  const isReference = attributes.some(({ references }) => references.length > 0);
  const owner = origins.size === 1 && isReference ? origin?.slice(0, origin.indexOf('.')) : undefined;
  return (owner ?? clause.attribute.replace(/(?<=.)_?Id$/, '')).toUpperCase();
}

/** Key lines for an overloaded index; undefined where the range or order cannot be written as text. */
function templatesFor(
  wanteds: readonly Wanted[],
  [partitionKey, sortKey]: readonly [string, string],
): readonly ProposedKey[] | undefined {
  const lines: ProposedKey[] = [];
  for (const wanted of wanteds) {
    const { entity } = wanted.binding;
    const fixed = wanted.equal.map((given) => given.attribute.name);
    const partition = wanted.equal.map(
      ({ attribute, clause }) => `${labelOf(clause, wanteds)}#\${${attribute.name}}`,
    );
    const by = sortAttribute(wanted);
    const range = by && ordered(by);
    if (by && range === undefined) return undefined;
    // With a range every entity must begin with it; without one, the entity's name keeps them apart.
    const lead = range ?? entity.name.toUpperCase();
    const ranged = by ? [by.name] : [];
    const rest = restOfIdentity(entity, new Set([...fixed, ...ranged]));
    const sort = [lead, ...rest.map((name) => `\${${name}}`)];
    const [own, kept] = [{ entity: entity.name }, [...ranged, ...rest]];
    lines.push({ ...own, key: partitionKey, template: partition.join('#'), attributes: fixed });
    lines.push({ ...own, key: sortKey, template: sort.join('#'), attributes: kept });
  }
  return lines;
}

const holdsNone = (target: Target, wanteds: readonly Wanted[]): boolean =>
  wanteds.every(({ binding }) => binding.entity.layouts.every((layout) => layout.target !== target));

function keysInIndex(design: Design, wanteds: readonly Wanted[]): readonly Proposal[] {
  for (const target of design.targets) {
    const [partitionKey] = target.partitionKey;
    const [sortKey] = target.sortKey;
    const single = target.partitionKey.length === 1 && target.sortKey.length === 1;
    const fits =
      target.kind === 'global' && target.projection === 'all' && single && overloaded(design, target);
    if (!fits || partitionKey === undefined || sortKey === undefined || !holdsNone(target, wanteds)) continue;
    const keys = templatesFor(wanteds, [partitionKey.name, sortKey.name]);
    if (keys) return [{ kind: 'keys-in-index', index: target.name, declaration: undefined, keys }];
  }
  return [];
}

/** The names under which all entities hold the attributes, so that they can be key attributes as they are. */
function plainIndex(design: Design, wanteds: readonly Wanted[]): readonly Proposal[] {
  const [first] = wanteds;
  if (first === undefined) return [];
  const equal = first.equal.map((given) => given.attribute.name);
  const by = sortAttribute(first);
  const alike = wanteds.every((wanted) => {
    const own = sortAttribute(wanted);
    return (
      wanted.equal.every(isPlainEquality) &&
      wanted.equal.map((given) => given.attribute.name).join() === equal.join() &&
      own?.name === by?.name &&
      (own === undefined || sortsByItself(own)) &&
      (own === undefined || isPlainKey(own) || (wanted.range !== undefined && isPlainEquality(wanted.range)))
    );
  });
  const most = limits.partitionKeyAttributes.value;
  const sortKey = [...equal.slice(most), ...(by ? [by.name] : [])];
  if (!alike || sortKey.length > limits.sortKeyAttributes.value) return [];
  const partitionKey = equal.slice(0, most);
  const index = freshName(design, `By${partitionKey.map(capitalised).join('And')}`);
  return [{ kind: 'global-index', index, declaration: { partitionKey, sortKey }, keys: [] }];
}

function overloadedIndex(design: Design, wanteds: readonly Wanted[]): readonly Proposal[] {
  const index = freshNumbered(design);
  const keys = templatesFor(wanteds, [`${index}PK`, `${index}SK`]);
  const declaration = { partitionKey: [`${index}PK`], sortKey: [`${index}SK`] };
  return keys ? [{ kind: 'global-index', index, declaration, keys }] : [];
}

/** A local index serves if the table's partition key is given and one plain attribute is left to narrow or order by. */
function localIndex(design: Design, table: Target, wanteds: readonly Wanted[]): readonly Proposal[] {
  const locals = design.model.indexes.filter((index) => index.kind === 'local').length;
  if (table.sortKey.length === 0 || locals >= limits.localIndexes.value) return [];
  const attributes = wanteds.map((wanted) => {
    const layout = tableLayout(wanted.binding.entity);
    const inKey = new Set(namesOfParts(layout?.partition ?? []));
    const given = new Set(wanted.equal.map((each) => each.attribute.name));
    const rest = wanted.equal.filter((each) => !inKey.has(each.attribute.name));
    const by = sortAttribute(wanted);
    const covered = layout !== undefined && [...inKey].every((name) => given.has(name));
    const [only] = rest;
    if (!covered || rest.length > 1 || (only && by)) return undefined;
    const sort = only
      ? isPlainEquality(only)
        ? only.attribute
        : undefined
      : by && isPlainKey(by) && sortsByItself(by)
        ? by
        : undefined;
    return sort?.name;
  });
  const [name] = attributes;
  if (name === undefined || attributes.some((each) => each !== name)) return [];
  const index = freshName(design, `By${capitalised(name)}`);
  return [{ kind: 'local-index', index, declaration: { partitionKey: [], sortKey: [name] }, keys: [] }];
}

/** What would serve the query, the cheapest to add first; empty where the pattern gives nothing to make a key of. */
export function propose(design: Design, action: Action, entities: readonly Entity[]): readonly Proposal[] {
  const table = design.table?.target;
  if (table === undefined || action.kind !== 'query' || action.key || action.index) return [];
  const wanteds = entities.map((entity) => wantedOf(bind(clausesOf(action.where), entity, entities), action));
  const usable = wanteds.every(
    ({ binding, equal }) =>
      equal.length > 0 &&
      // No key is proposed that holds an attribute only through a function.
      binding.givens.every(({ clause }) => clause.functions.length === 0) &&
      binding.unbound.length === 0 &&
      binding.ambiguous.length === 0,
  );
  const answered = wanteds.every(
    ({ binding, equal, range }) => binding.givens.length === equal.length + (range ? 1 : 0),
  );
  if (!usable || !answered) return [];
  const local = localIndex(design, table, wanteds);
  if (action.strong) return local;
  const plain = plainIndex(design, wanteds);
  const byTemplates = overloadedIndex(design, wanteds);
  const inStyle = design.targets.some((target) => target.kind === 'global' && overloaded(design, target));
  const [first, second] = inStyle ? [byTemplates, plain] : [plain, byTemplates];
  return [...keysInIndex(design, wanteds), ...(first.length > 0 ? first : second), ...local];
}
