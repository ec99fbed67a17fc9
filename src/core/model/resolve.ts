// From model to design: binds names, follows references, lays out keys, gathers the targets.
// Deliberately total and silent: what cannot be resolved is left out, and rules say why.
import type {
  Absence,
  Attribute,
  Design,
  Entity,
  KeyAttribute,
  Layout,
  Pattern,
  ResolvedAction,
  Table,
  Target,
} from './design.ts';
import type {
  Action,
  IndexDecl,
  KeyAttributeDecl,
  KeyType,
  Model,
  PatternDecl,
  Step,
  TableDecl,
} from './model.ts';
import { resolveAttributes } from './resolve-attributes.ts';
import { keySource, layOut } from './resolve-keys.ts';

type Attributes = ReadonlyMap<string, ReadonlyMap<string, Attribute>>;

/** The type of a key attribute: as declared, else that of the attributes of this name, else string. */
function keyType(decl: KeyAttributeDecl, model: Model, attributes: Attributes): KeyType {
  if (decl.type) return decl.type;
  for (const entity of model.entities) {
    if (entity.keys.some((key) => key.name === decl.name)) return 'string';
    const type = attributes.get(entity.name)?.get(decl.name)?.type;
    if (type === 'string' || type === 'number' || type === 'binary') return type;
  }
  return 'string';
}

function tableTarget(
  decl: TableDecl,
  keys: (decls: readonly KeyAttributeDecl[]) => readonly KeyAttribute[],
): Target {
  return {
    kind: 'table',
    name: 'table',
    nameSpan: decl.name?.span ?? decl.span,
    partitionKey: keys(decl.partitionKey ? [decl.partitionKey] : []),
    sortKey: keys(decl.sortKey ? [decl.sortKey] : []),
    projection: 'all',
    decl: undefined,
  };
}

function indexTarget(
  decl: IndexDecl,
  table: Target,
  keys: (decls: readonly KeyAttributeDecl[]) => readonly KeyAttribute[],
): Target {
  return {
    kind: decl.kind === 'local' ? 'local' : 'global',
    name: decl.name,
    nameSpan: decl.nameSpan,
    partitionKey:
      decl.kind === 'local' && decl.partitionKey.length === 0 ? table.partitionKey : keys(decl.partitionKey),
    sortKey: keys(decl.sortKey),
    projection:
      typeof decl.projection === 'string' ? decl.projection : decl.projection.map((name) => name.value),
    decl,
  };
}

/** What a vector index keeps beside its partition key: always the vector, and what a search may be narrowed by. */
function vectorTarget(
  decl: IndexDecl,
  keys: (decls: readonly KeyAttributeDecl[]) => readonly KeyAttribute[],
): Target {
  const { name, nameSpan, projection, vector, filters } = decl;
  const listed = typeof projection === 'string' ? [] : projection;
  const kept = [...listed, ...(vector ? [vector] : []), ...filters].map(({ value }) => value);
  return {
    kind: 'global',
    name,
    nameSpan,
    partitionKey: keys(decl.partitionKey),
    sortKey: [],
    projection: projection === 'all' ? 'all' : [...new Set(kept)],
    decl,
  };
}

function resolveEntities(
  model: Model,
  attributes: Attributes,
  targets: readonly Target[],
): ReadonlyMap<string, Entity> {
  return new Map(
    model.entities.map((decl) => {
      const own = attributes.get(decl.name) ?? new Map<string, Attribute>();
      const source = keySource(decl, own);
      const layouts: Layout[] = [];
      const absences: Absence[] = [];
      for (const target of targets) {
        const laidOut = layOut(source, target);
        layouts.push(...laidOut.layouts);
        if (laidOut.absence) absences.push(laidOut.absence);
      }
      return [decl.name, { name: decl.name, decl, attributes: own, layouts, absences }];
    }),
  );
}

function resolvePattern(decl: PatternDecl, entities: ReadonlyMap<string, Entity>): Pattern {
  const action = (written: Action): ResolvedAction => ({
    action: written,
    entities: written.entities.flatMap((name) => entities.get(name.value) ?? []),
  });
  const step = (written: Step) => ({
    kind: written.kind,
    span: written.span,
    actions: written.actions.map(action),
  });
  return {
    name: decl.name,
    decl,
    kind: decl.kind,
    actions: decl.actions.map(action),
    steps: decl.steps.map(step),
  };
}

export function resolve(model: Model): Design {
  const attributes = resolveAttributes(model);
  const keys = (decls: readonly KeyAttributeDecl[]): readonly KeyAttribute[] =>
    decls.map((decl) => ({ name: decl.name, type: keyType(decl, model, attributes), span: decl.span }));
  const target = model.table?.partitionKey ? tableTarget(model.table, keys) : undefined;
  const table: Table | undefined = model.table && target ? { decl: model.table, target } : undefined;
  const indexes = target
    ? model.indexes
        .filter((index) => index.kind !== 'vector')
        .map((index) => indexTarget(index, target, keys))
    : [];
  const routable = indexes.filter((index) => index.partitionKey.length > 0);
  const targets = target ? [target, ...routable] : [];
  const entities = resolveEntities(model, attributes, targets);
  const vectorIndexes = model.indexes.filter((index) => index.kind === 'vector');
  return {
    model,
    table,
    targets,
    vectorIndexes,
    vectorTargets: target ? vectorIndexes.map((index) => vectorTarget(index, keys)) : [],
    entities,
    patterns: model.patterns.map((pattern) => resolvePattern(pattern, entities)),
  };
}
