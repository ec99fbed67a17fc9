// What becomes of each limit that a model can meet: which rules check it, or why none can.
// Deliberately rule ids as texts: facts know no rules, and a test holds the two together.
import type { limits } from './limits.ts';

export type LimitCheck =
  | { readonly what: string; readonly rules: readonly string[] }
  | { readonly what: string; readonly unchecked: string };

const by = (what: string, ...rules: readonly string[]): LimitCheck => ({ what, rules });
const not = (what: string, unchecked: string): LimitCheck => ({ what, unchecked });

export const limitChecks: Readonly<Record<keyof typeof limits, LimitCheck>> = {
  itemBytes: by('Size of an item', 'cost/item-too-large'),
  itemBytesWithLocalIndexes: by('Size of an item with its entries in a local index', 'cost/item-too-large'),
  partitionKeyBytes: by('Length of a partition key', 'key/too-long'),
  sortKeyBytes: by('Length of a sort key', 'key/too-long'),
  multiAttributeKeyBytes: by('How the length of a key of several attributes is counted', 'key/too-long'),
  keyBytesAtLeast: by('Least length of a key', 'key/can-be-empty'),
  localIndexes: by('Local indexes of a table', 'key/too-many-indexes', 'key/local-index'),
  globalIndexes: by('Global indexes of a table', 'key/too-many-indexes'),
  vectorIndexes: by('Vector indexes of a table', 'key/too-many-indexes'),
  vectorDimensions: by('Dimensions of a vector', 'schema/out-of-range'),
  vectorSearchResults: by('Items of one vector search', 'read/search-limit'),
  vectorFilters: by('Filters of a vector index', 'index/vector-index'),
  vectorPartitionKeys: by('Partition key attributes of a vector index', 'index/vector-index'),
  partitionKeyAttributes: by('Attributes of a partition key', 'key/too-many-attributes'),
  sortKeyAttributes: by('Attributes of a sort key', 'key/too-many-attributes'),
  nameLengthAtLeast: by('Least length of the name of a table or index', 'name/invalid'),
  nameLength: by('Length of the name of a table or index', 'name/invalid'),
  nameCharacters: by('Characters in the name of a table or index', 'name/invalid'),
  attributeNameBytes: by('Length of the name of an attribute', 'name/invalid'),
  keyAttributeNameBytes: by('Length of the name of a key attribute', 'name/invalid'),
  projectedAttributes: by('Attributes listed in all projections', 'index/projects-too-many'),
  projectedAttributesOfOneIndex: by('Attributes listed in one projection', 'index/projects-too-many'),
  pageBytes: by('Size of a page of a query or scan', 'cost/beyond-a-page'),
  batchGetItems: by('Items of a BatchGetItem', 'batch/too-many-items'),
  batchGetBytes: by('Size of what a BatchGetItem returns', 'batch/too-large'),
  batchWriteItems: by('Items of a BatchWriteItem', 'batch/too-many-items'),
  batchWriteBytes: not(
    'Size of a BatchWriteItem',
    'Its 25 items are at most 10 MB as they are stored, so it cannot be reached by them; how much larger a request is as JSON, a model does not show.',
  ),
  transactionItems: by('Actions of a transaction', 'batch/too-many-items'),
  transactionBytes: by('Size of a transaction', 'batch/too-large'),
  partitionReadUnits: by('Reads of a partition', 'cost/hot-partition'),
  partitionWriteUnits: by('Writes of a partition', 'cost/hot-partition'),
  itemCollectionBytes: by('Size of an item collection beside a local index', 'cost/collection-too-large'),
  streamReaders: by('Readers of a stream', 'table/stream-consumers'),
  streamReadersOfGlobalTable: by('Readers of the stream of a global table', 'table/stream-consumers'),
  daxNodes: not(
    'Nodes of a DAX cluster',
    'A model says that a cache is there, not of how many nodes; the setting by which the cost is computed takes no more.',
  ),
  nesting: by('Levels of lists and maps', 'attribute/nested-too-deep'),
  numberDigits: by('Digits of a number', 'yaml/number-loses-digits'),
  numberExponentAtLeast: by('Smallest number', 'attribute/number-out-of-range'),
  numberExponent: by('Largest number', 'attribute/number-out-of-range'),
  expressionBytes: by('Length of an expression', 'clause/expression-too-large'),
  operandsOfIn: by('Operands of IN', 'clause/expression-too-large'),
  operatorsOfExpression: by('Operators and functions of an expression', 'clause/expression-too-large'),
  capacityUnitsAtLeast: by('Least provisioned capacity', 'table/capacity'),
  autoscalingTargetAtLeast: by('Least target of autoscaling', 'table/capacity'),
  autoscalingTarget: by('Greatest target of autoscaling', 'table/capacity'),
  tableReadUnits: by('Reads of a table or index', 'cost/over-quota'),
  tableWriteUnits: by('Writes of a table or index', 'cost/over-quota'),
  accountReadUnits: by('Provisioned reads of an account', 'cost/over-quota'),
  accountWriteUnits: by('Provisioned writes of an account', 'cost/over-quota'),
};
