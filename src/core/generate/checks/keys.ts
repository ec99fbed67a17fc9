// What CreateTable refuses about keys beyond the rules: no partition key, an attribute twice, two types for one name.
// Deliberately about names and types only; what entities put into the keys is no matter of the table's definition.
import type { Design, KeyAttribute, Target } from '../../model/design.ts';
import { counted } from '../../text/words.ts';
import type { Reason } from '../target.ts';

export function* keyReasons(design: Design): Iterable<Reason> {
  for (const index of design.model.indexes) {
    if (index.kind === 'global' && index.partitionKey.length === 0) {
      yield {
        message: `${index.name} is a global index without a partition key. Write \`partitionKey:\`, or make it a local index.`,
        span: index.nameSpan,
      };
    }
  }
  yield* twice(design.targets);
  yield* twoTypes(design.targets);
  yield* unknownTypes(design);
}

const keysOf = (target: Target): readonly KeyAttribute[] => [...target.partitionKey, ...target.sortKey];

function* twice(targets: readonly Target[]): Iterable<Reason> {
  for (const target of targets) {
    const seen = new Set<string>();
    for (const { name, span } of keysOf(target)) {
      const holder = target.kind === 'table' ? 'the table' : target.name;
      if (seen.has(name)) {
        yield {
          message: `${name} stands twice in the key of ${holder}. Use two different attributes.`,
          span,
        };
      }
      seen.add(name);
    }
  }
}

function* twoTypes(targets: readonly Target[]): Iterable<Reason> {
  const types = new Map<string, string>();
  for (const { name, type, span } of targets.flatMap(keysOf)) {
    const known = types.get(name) ?? type;
    types.set(name, known);
    if (known !== type) {
      yield {
        message: `${name} is a ${known} in one key and a ${type} in this one. An attribute has one type in all keys.`,
        span,
      };
    }
  }
}

/** A key attribute whose type is only in an entity's attribute, and that cannot be read there. */
function* unknownTypes({ targets, entities, model }: Design): Iterable<Reason> {
  const decls = [
    ...[model.table?.partitionKey, model.table?.sortKey].flatMap((key) => key ?? []),
    ...model.indexes.flatMap((index) => [...index.partitionKey, ...index.sortKey]),
  ];
  const stated = new Set(decls.filter((decl) => decl.type !== undefined).map((decl) => decl.name));
  const names = new Set(targets.flatMap(keysOf).map((key) => key.name));
  for (const name of names) {
    if (stated.has(name)) continue;
    const own = [...entities.values()].filter((entity) => entity.attributes.has(name));
    const broken = own
      .map((entity) => entity.attributes.get(name))
      .filter((each) => each?.type === undefined);
    const [first] = broken;
    if (first === undefined || broken.length < own.length) continue;
    const where = own.length > 1 ? ` in ${counted(own.length, 'entity', 'entities')}` : '';
    yield {
      message: `The type of ${name} is unknown${where}, and a key needs one. Correct the attribute, or state the key’s type.`,
      span: first.decl.nameSpan,
    };
  }
}
