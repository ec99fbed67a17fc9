// From a draft to an item as DynamoDB stores it: attributes, rendered keys, and where it lies by which key.
// Deliberately decides membership as DynamoDB does: by the key attributes that the item carries, not by the model.
import type { Design, Entity, KeyAttribute, Target } from '../../model/design.ts';
import type { KeyDecl, KeyType, KeyVariantDecl } from '../../model/model.ts';
import { renderTemplate } from '../../syntax/render-template.ts';
import type { DynamoItem, DynamoValue } from '../capacity/item.ts';
import { attributeValue, type Draft } from './draft.ts';
import { functionInput } from './function-input.ts';
import { printValue } from './print-value.ts';
import { scalarValue } from './scalar-value.ts';
import { holdsFor } from './when.ts';

export interface SampleKey {
  readonly partition: readonly DynamoValue[];
  /** Empty where the target has no sort key. */
  readonly sort: readonly DynamoValue[];
}

export interface Assembled {
  readonly item: DynamoItem;
  readonly values: ReadonlyMap<string, DynamoValue>;
  readonly keys: ReadonlyMap<Target, SampleKey>;
}

/** What all items of a design are put together by. */
export interface Frame {
  readonly design: Design;
  /** The type of each key attribute, by its name. */
  readonly keyTypes: ReadonlyMap<string, KeyType>;
}

export function frameOf(design: Design): Frame {
  const keyTypes = new Map<string, KeyType>();
  for (const { partitionKey, sortKey } of design.targets) {
    for (const { name, type } of [...partitionKey, ...sortKey]) {
      if (!keyTypes.has(name)) keyTypes.set(name, type);
    }
  }
  return { design, keyTypes };
}

type ValueFor = (name: string) => DynamoValue | undefined;

/** The alternative whose conditions the item meets, for each index with conditional keys. */
export const variantsOf = (draft: Draft): readonly KeyVariantDecl[] =>
  variantsFor(draft.family.entity, (name) => attributeValue(draft, name));

/** The same of an item with these values. */
export const variantsFor = (entity: Entity, valueFor: ValueFor): readonly KeyVariantDecl[] =>
  entity.decl.conditionalKeys.flatMap(
    ({ variants }) => variants.find((variant) => variantHolds(entity, variant, valueFor)) ?? [],
  );

function variantHolds(entity: Entity, { when }: KeyVariantDecl, valueFor: ValueFor): boolean {
  return when.every(({ clause }) => {
    const attribute = clause && entity.attributes.get(clause.attribute);
    return clause && attribute ? holdsFor(clause, valueFor(attribute.name), attribute.format?.name) : false;
  });
}

type Values = ReadonlyMap<string, DynamoValue>;
/** By the key's name. */
type Lines = ReadonlyMap<string, KeyDecl>;

/** The values of an item, and what its keys are made of. */
interface Content {
  readonly frame: Frame;
  readonly entity: Entity;
  readonly values: Values;
  readonly lines: Lines;
}

function contentOf(entity: Entity, values: Values, always: Lines, frame: Frame): Content {
  const variants = variantsFor(entity, (name) => values.get(name));
  if (variants.length === 0) return { frame, entity, values, lines: always };
  const lines = new Map(always);
  for (const { keys } of variants) for (const key of keys) lines.set(key.name, key);
  return { frame, entity, values, lines };
}

function contentOfDraft(draft: Draft, frame: Frame): Content {
  const { family } = draft;
  const values = new Map<string, DynamoValue>(draft.set);
  for (const name of family.entity.attributes.keys()) {
    const value = attributeValue(draft, name);
    if (value) values.set(name, value);
  }
  return contentOf(family.entity, values, family.keyLines, frame);
}

/** An item of the entity with these values and no others. */
export function assembleValues(entity: Entity, values: Values, frame: Frame): Assembled {
  const always = new Map(entity.decl.keys.map((key) => [key.name, key]));
  return assembled(contentOf(entity, values, always, frame));
}

export const assemble = (draft: Draft, frame: Frame): Assembled => assembled(contentOfDraft(draft, frame));

function assembled(content: Content): Assembled {
  const item = itemOf(content);
  const keys = new Map<Target, SampleKey>();
  for (const target of content.frame.design.targets) {
    const key = keyIn(target, (name) => item.get(name));
    if (key) keys.set(target, key);
  }
  return { item, values: content.values, keys };
}

/** The key that the item has in the table; undefined where one of the key attributes cannot be made. */
export function primaryKeyOf(draft: Draft, frame: Frame): SampleKey | undefined {
  const content = contentOfDraft(draft, frame);
  return frame.design.table && keyIn(frame.design.table.target, (name) => storedValue(content, name));
}

/** What a line under `keys` makes of the item's values; undefined where one that it needs is absent. */
function keyValue(key: KeyDecl, content: Content): DynamoValue | undefined {
  const { frame, values } = content;
  const type = frame.keyTypes.get(key.name);
  const [only] = key.template.parts;
  if (key.template.parts.length === 1 && only?.kind === 'placeholder' && only.functions.length === 0) {
    const value = values.get(only.name);
    if (value && value.type === type) return value;
  }
  const text = rendered(key, content, []);
  return text === undefined ? undefined : scalarValue(text, type);
}

/** The line's template with the item's values; the lines in `open` are being rendered already, as others name them. */
function rendered(key: KeyDecl, content: Content, open: readonly KeyDecl[]): string | undefined {
  const { entity, values, lines } = content;
  const { attributes } = entity;
  return renderTemplate(
    key.template,
    (name) => {
      const value = values.get(name);
      if (value || attributes.has(name)) return value && functionInput(value);
      const line = lines.get(name);
      return line === undefined || line === key || open.includes(line)
        ? undefined
        : rendered(line, content, [...open, key]);
    },
    (name) => attributes.get(name)?.format?.name,
  );
}

/** What the item holds under the name: an attribute that is stored, a key, or the type attribute. */
function storedValue(content: Content, name: string): DynamoValue | undefined {
  const { frame, entity, values, lines } = content;
  const value = values.get(name);
  const stored = entity.attributes.get(name)?.decl.stored ?? true;
  if (value !== undefined) return stored ? value : undefined;
  const line = lines.get(name);
  const made = line && keyValue(line, content);
  if (made !== undefined) return made;
  const isType = name === frame.design.table?.decl.typeAttribute?.value && !entity.attributes.has(name);
  return isType ? { type: 'string', value: entity.name } : undefined;
}

/** The table's keys first, the type attribute, the attributes as declared, then the keys of indexes. */
function itemOf(content: Content): DynamoItem {
  const { frame, values, lines } = content;
  const { table } = frame.design;
  const item = new Map<string, DynamoValue>();
  const add = (name: string): void => {
    if (item.has(name)) return;
    const value = storedValue(content, name);
    if (value) item.set(name, value);
  };
  for (const key of [...(table?.target.partitionKey ?? []), ...(table?.target.sortKey ?? [])]) add(key.name);
  const type = table?.decl.typeAttribute?.value;
  if (type !== undefined && !content.entity.attributes.has(type)) add(type);
  for (const name of values.keys()) add(name);
  for (const name of lines.keys()) add(name);
  return item;
}

/** The item's key in the target; undefined where it lacks one of the key attributes and so is not in it. */
export function keyIn(
  target: Target,
  valueOfName: (name: string) => DynamoValue | undefined,
): SampleKey | undefined {
  const partition = keyParts(target.partitionKey, valueOfName);
  const sort = partition && keyParts(target.sortKey, valueOfName);
  return partition && sort ? { partition, sort } : undefined;
}

function keyParts(
  keys: readonly KeyAttribute[],
  valueOfName: (name: string) => DynamoValue | undefined,
): readonly DynamoValue[] | undefined {
  const values: DynamoValue[] = [];
  for (const { name, type } of keys) {
    const value = valueOfName(name);
    if (value?.type !== type || printValue(value) === '') return undefined;
    values.push(value);
  }
  return values;
}
