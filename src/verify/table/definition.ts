// The tables that a model is verified on, from its own definition: as it is, and a shadow for keys of several attributes.
// Deliberately on-demand, without stream, protection and replicas: they change nothing that is checked, and some would stay.
import type { CreateTableCommandInput, GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';
import { createTable } from '../../core/generate/create-table.ts';
import type { Reason } from '../../core/generate/target.ts';
import type { Target } from '../../core/model/design.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { type Naming, tableName } from './names.ts';
import { shadowKeys } from './shadow.ts';

/** A table to make, and what it shows of the model. */
export interface Definition {
  readonly input: CreateTableCommandInput;
  /** The indexes that are asked here. */
  readonly indexes: readonly Target[];
  /** Those among them that have a synthetic key in place of their own. */
  readonly shadows: ReadonlySet<Target>;
}

export type Definitions =
  | {
      readonly kind: 'defined';
      readonly main: Definition;
      /** Undefined where no index needs one. */
      readonly shadow: Definition | undefined;
    }
  | { readonly kind: 'refused'; readonly reasons: readonly Reason[] };

export const isMultiAttribute = ({ partitionKey, sortKey }: Target): boolean =>
  partitionKey.length > 1 || sortKey.length > 1;

/** @param shadowed whether the engine needs a shadow for keys of several attributes */
export function definitionsOf(snapshot: Snapshot, naming: Naming, shadowed: boolean): Definitions {
  const generated = createTable.generate(snapshot);
  if (generated.kind === 'refused') return generated;
  // What is generated is a CreateTable request, by its own tests.
  const request = JSON.parse(generated.text) as CreateTableCommandInput;
  const indexes = snapshot.design.targets.filter((target) => target.kind !== 'table');
  const apart = shadowed ? indexes.filter(isMultiAttribute) : [];
  const own = indexes.filter((target) => !apart.includes(target));
  const model = request.TableName ?? '';
  return {
    kind: 'defined',
    main: {
      input: tableInput(request, own, tableName(naming, model), naming),
      indexes: own,
      shadows: new Set(),
    },
    shadow: apart.length === 0 ? undefined : shadowOf(request, apart, tableName(naming, model, '-s'), naming),
  };
}

function tableInput(
  request: CreateTableCommandInput,
  indexes: readonly Target[],
  name: string,
  { tags }: Naming,
): CreateTableCommandInput {
  const isKept = ({ IndexName }: { readonly IndexName?: string | undefined }): boolean =>
    indexes.some((target) => target.name === IndexName);
  const global = (request.GlobalSecondaryIndexes ?? [])
    .filter(isKept)
    .map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }));
  const local = (request.LocalSecondaryIndexes ?? []).filter(isKept);
  const used = new Set(
    [request.KeySchema ?? [], ...[...global, ...local].map(({ KeySchema = [] }) => KeySchema)]
      .flat()
      .map(({ AttributeName }) => AttributeName),
  );
  const tagList = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return {
    TableName: name,
    // CreateTable refuses a definition that no key uses, as that of a vector index that is left out.
    AttributeDefinitions: (request.AttributeDefinitions ?? []).filter(({ AttributeName }) =>
      used.has(AttributeName),
    ),
    KeySchema: request.KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(global.length > 0 && { GlobalSecondaryIndexes: global }),
    ...(local.length > 0 && { LocalSecondaryIndexes: local }),
    ...(tagList.length > 0 && { Tags: tagList }),
  };
}

function shadowOf(
  request: CreateTableCommandInput,
  targets: readonly Target[],
  name: string,
  naming: Naming,
): Definition {
  const base = tableInput(request, [], name, naming);
  const indexes = targets.map((target): GlobalSecondaryIndex => {
    const { partition, sort } = shadowKeys(target);
    const projection = request.GlobalSecondaryIndexes?.find(
      (index) => index.IndexName === target.name,
    )?.Projection;
    const keys = [...target.partitionKey, ...target.sortKey].map((key) => key.name);
    const tableKeys = (request.KeySchema ?? []).map(({ AttributeName }) => AttributeName);
    const beside = [...new Set([...(projection?.NonKeyAttributes ?? []), ...keys])].filter(
      (each) => !tableKeys.includes(each),
    );
    return {
      IndexName: target.name,
      KeySchema: [
        { AttributeName: partition, KeyType: 'HASH' },
        ...(sort === undefined ? [] : [{ AttributeName: sort, KeyType: 'RANGE' as const }]),
      ],
      Projection:
        projection?.ProjectionType === 'ALL' || projection === undefined
          ? { ProjectionType: 'ALL' }
          : { ProjectionType: 'INCLUDE', NonKeyAttributes: beside },
    };
  });
  const synthetic = targets.flatMap((target) => {
    const { partition, sort } = shadowKeys(target);
    return sort === undefined ? [partition] : [partition, sort];
  });
  return {
    input: {
      ...base,
      AttributeDefinitions: [
        ...(base.AttributeDefinitions ?? []),
        ...synthetic.map((AttributeName) => ({ AttributeName, AttributeType: 'B' as const })),
      ],
      GlobalSecondaryIndexes: indexes,
    },
    indexes: targets,
    shadows: new Set(targets),
  };
}
