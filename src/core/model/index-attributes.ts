// The attributes that an index names beside its keys: those it lists to be copied, and those that narrow a vector search.
// Deliberately as CreateTable counts and types them; what items carry is the business of layouts.
import type { Design } from './design.ts';
import type { IndexDecl, KeyType } from './model.ts';

const isKeyType = (type: string | undefined): type is KeyType =>
  type === 'string' || type === 'number' || type === 'binary';

/**
 * The type of an attribute that narrows a vector search: as a key of the table or an index, as the entities declare
 * it, else string. Undefined where its type can be none.
 */
export function searchAttributeType(design: Design, name: string): KeyType | undefined {
  const keys = design.targets.flatMap((target) => [...target.partitionKey, ...target.sortKey]);
  const stated = design.vectorIndexes
    .flatMap((index) => index.partitionKey)
    .find((key) => key.name === name && key.type);
  const known = keys.find((key) => key.name === name)?.type ?? stated?.type;
  if (known) return known;
  const own = [...design.entities.values()].flatMap((entity) => entity.attributes.get(name) ?? []);
  if (own.length === 0) return 'string';
  return own.map((attribute) => attribute.type).find(isKeyType);
}

/** What a projection lists beside the keys, which every index holds anyhow; each once. */
export function includedAttributes({ table }: Design, index: IndexDecl): readonly string[] {
  if (typeof index.projection === 'string') return [];
  const keys = new Set([
    ...(table ? [...table.target.partitionKey, ...table.target.sortKey] : []).map((key) => key.name),
    ...[...index.partitionKey, ...index.sortKey].map((key) => key.name),
  ]);
  return [...new Set(index.projection.map((name) => name.value))].filter((name) => !keys.has(name));
}
