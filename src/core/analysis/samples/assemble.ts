// From a draft to an item as DynamoDB stores it: attributes, rendered keys, and where it lies by which key.
// Deliberately decides membership as DynamoDB does: by the key attributes that the item carries, not by the model.
import type { Attribute, Design, KeyAttribute, Target } from '../../model/design.ts';
import type { KeyDecl, KeyVariantDecl } from '../../model/model.ts';
import { renderTemplate } from '../../syntax/render-template.ts';
import type { Template } from '../../syntax/template.ts';
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

/** The alternative whose conditions the item meets, for each index with conditional keys. */
export function variantsOf(draft: Draft): readonly KeyVariantDecl[] {
  const { entity } = draft.family;
  return entity.decl.conditionalKeys.flatMap(
    ({ variants }) => variants.find((variant) => variantHolds(draft, variant)) ?? [],
  );
}

function variantHolds(draft: Draft, { when }: KeyVariantDecl): boolean {
  return when.every(({ clause }) => {
    const attribute = clause && draft.family.entity.attributes.get(clause.attribute);
    return clause && attribute
      ? holdsFor(clause, attributeValue(draft, attribute.name), attribute.format?.name)
      : false;
  });
}

export function assemble(draft: Draft, design: Design): Assembled {
  const { entity } = draft.family;
  const values = new Map<string, DynamoValue>(draft.set);
  for (const { name } of entity.attributes.values()) {
    const value = attributeValue(draft, name);
    if (value) values.set(name, value);
  }
  const made = new Map<string, DynamoValue>();
  const lines = new Map(
    [...entity.decl.keys, ...variantsOf(draft).flatMap((variant) => variant.keys)].map((key) => [
      key.name,
      key,
    ]),
  );
  for (const key of lines.values()) {
    const value = keyValue(key, lines, values, design, entity.attributes);
    if (value && !values.has(key.name)) made.set(key.name, value);
  }
  const item = itemOf(draft, design, values, made);
  const keys = new Map(
    design.targets.flatMap((target) => {
      const key = keyIn(target, item);
      return key ? [[target, key] as const] : [];
    }),
  );
  return { item, values, keys };
}

/** What a line under `keys` makes of the item's values; undefined where one that it needs is absent. */
function keyValue(
  key: KeyDecl,
  lines: ReadonlyMap<string, KeyDecl>,
  values: ReadonlyMap<string, DynamoValue>,
  design: Design,
  attributes: ReadonlyMap<string, Attribute>,
): DynamoValue | undefined {
  const type = design.targets
    .flatMap((target) => [...target.partitionKey, ...target.sortKey])
    .find((each) => each.name === key.name)?.type;
  const [only] = key.template.parts;
  if (key.template.parts.length === 1 && only?.kind === 'placeholder' && only.functions.length === 0) {
    const value = values.get(only.name);
    if (value && value.type === type) return value;
  }
  const open = new Set([key.name]);
  const text = render(key.template);
  return text === undefined ? undefined : scalarValue(text, type);

  function render(template: Template): string | undefined {
    return renderTemplate(
      template,
      (name) => {
        const value = values.get(name);
        if (value || attributes.has(name)) return value && functionInput(value);
        const line = lines.get(name);
        if (line === undefined || open.has(name)) return undefined;
        open.add(name);
        const inner = render(line.template);
        open.delete(name);
        return inner;
      },
      (name) => attributes.get(name)?.format?.name,
    );
  }
}

/** The table's keys first, the type attribute, the attributes as declared, then the keys of indexes. */
function itemOf(
  draft: Draft,
  design: Design,
  values: ReadonlyMap<string, DynamoValue>,
  made: ReadonlyMap<string, DynamoValue>,
): DynamoItem {
  const { entity } = draft.family;
  const item = new Map<string, DynamoValue>();
  const add = (name: string): void => {
    const stored = entity.attributes.get(name)?.decl.stored ?? true;
    const value = (stored ? values.get(name) : undefined) ?? made.get(name);
    if (value) item.set(name, value);
  };
  const table = design.table?.target;
  for (const key of [...(table?.partitionKey ?? []), ...(table?.sortKey ?? [])]) add(key.name);
  const type = design.table?.decl.typeAttribute?.value;
  if (type !== undefined && !entity.attributes.has(type)) {
    item.set(type, values.get(type) ?? { type: 'string', value: entity.name });
  }
  for (const name of [...values.keys(), ...made.keys()]) add(name);
  return item;
}

/** The item's key in the target; undefined where it lacks one of the key attributes and so is not in it. */
function keyIn(target: Target, item: DynamoItem): SampleKey | undefined {
  const partition = target.partitionKey.map((key) => keyPart(key, item));
  const sort = target.sortKey.map((key) => keyPart(key, item));
  const known = (values: readonly (DynamoValue | undefined)[]): readonly DynamoValue[] =>
    values.filter((value) => value !== undefined);
  return [...partition, ...sort].includes(undefined)
    ? undefined
    : { partition: known(partition), sort: known(sort) };
}

function keyPart(key: KeyAttribute, item: DynamoItem): DynamoValue | undefined {
  const value = item.get(key.name);
  return value?.type === key.type && printValue(value) !== '' ? value : undefined;
}
