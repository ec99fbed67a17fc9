// Words of CloudFormation, the DynamoDB API and other tools, and what the language has in their place.
// Deliberately data only: aws-words.ts looks them up. Operators of expressions (attribute_exists …) are read with the
// clauses, in syntax/clause-operators.ts.
import type { WordPlace } from './word-place.ts';

type Row = readonly [words: string, ours: string];

/** The words, several in one row, ignoring case, spaces, - and _. */
export const replacements: Readonly<Record<WordPlace, readonly Row[]>> = {
  'model key': [
    ['gsi gsis lsi lsis secondaryIndexes globalSecondaryIndexes localSecondaryIndexes index', 'indexes'],
    ['models schemas items types entity', 'entities'],
    ['patterns queries accessPattern operations', 'accessPatterns'],
    ['tables tableDefinition', 'table'],
    ['languageVersion schemaVersion', 'version'],
  ],
  'table key': [
    ['tableName', 'name'],
    ['hashKey hash pk partition partitionKeyName hashKeyName', 'partitionKey'],
    ['rangeKey range sk sort sortKeyName rangeKeyName', 'sortKey'],
    ['billingMode billing billingModeSummary', 'capacity'],
    ['tableClassOverride tableClass', 'class'],
    ['ttl timeToLiveAttribute ttlAttribute', 'timeToLive'],
    ['streamViewType streams', 'stream'],
    ['pitr pointInTimeRecoveryEnabled', 'pointInTimeRecovery'],
    ['deletionProtectionEnabled', 'deletionProtection'],
    ['replicaRegions replicationRegions', 'replicas'],
    ['typeField typeKey entityTypeAttribute', 'typeAttribute'],
  ],
  'index key': [
    ['hashKey hash pk partition partitionKeyName hashKeyName', 'partitionKey'],
    ['rangeKey range sk sort sortKeyName rangeKeyName', 'sortKey'],
    ['projectionType nonKeyAttributes projectedAttributes project', 'projection'],
    ['vectorAttribute', 'vector'],
    ['distanceFunction', 'distance'],
  ],
  'entity key': [
    ['fields properties attribute', 'attributes'],
    ['key template templates', 'keys'],
    ['itemCount items', 'count'],
    ['example examples sampleData', 'samples'],
    ['primaryIdentifier id', 'identity'],
  ],
  'attribute key': [
    ['dataType attributeType', 'type'],
    ['ref foreignKey', 'references'],
    ['values oneOf', 'enum'],
    ['regex regexp validate', 'pattern'],
    ['value fixed', 'const'],
    ['maximum', 'max'],
    ['minimum', 'min'],
    ['readonly', 'immutable'],
    ['averageSize avgSize meanSize', 'size'],
    ['cardinality', 'distinct'],
  ],
  'pattern key': [
    ['getItem', 'get'],
    ['putItem insert create', 'put'],
    ['updateItem', 'update'],
    ['deleteItem', 'delete'],
    ['batchGetItem', 'batchGet'],
    ['batchWriteItem', 'batchWrite'],
    ['transactGetItems', 'transactGet'],
    ['transactWriteItems transaction', 'transactWrite'],
    ['conditionCheck', 'check'],
    ['queryTable', 'query'],
    ['scanTable', 'scan'],
    ['indexName', 'index'],
    ['filterExpression filters', 'filter'],
    ['conditionExpression', 'condition'],
    ['projectionExpression attributesToGet projection', 'select'],
    ['rps qps tps requestsPerSecond', 'rate'],
  ],
  'attribute word': [
    ['str text varchar char', 'string'],
    ['int integer float double decimal bigint long numeric', 'number'],
    ['bool', 'boolean'],
    ['bytes blob buffer uint8array', 'binary'],
    ['array', 'list'],
    ['object json record struct dict document', 'map'],
    ['stringSet', 'string-set'],
    ['numberSet', 'number-set'],
    ['binarySet', 'binary-set'],
    ['guid uuidv4', 'uuid'],
    ['datetime timestamp iso8601', 'date-time'],
    ['unix epoch unixTimestamp', 'epoch-seconds'],
    ['url', 'uri'],
  ],
  'attribute type': [],
  format: [
    ['guid uuidv4', 'uuid'],
    ['datetime timestamp iso iso8601', 'date-time'],
    ['unix epoch unixTimestamp', 'epoch-seconds'],
    ['url', 'uri'],
    ['mail', 'email'],
  ],
  'key type': [
    ['str text', 'string'],
    ['int integer float', 'number'],
    ['bytes buffer', 'binary'],
  ],
  capacity: [['payPerRequest ondemand', 'on-demand']],
  projection: [],
  'stream view': [
    ['newAndOldImage newAndOld both', 'new-and-old-images'],
    ['newImages new', 'new-image'],
    ['oldImages old', 'old-image'],
    ['keys', 'keys-only'],
  ],
  'index type': [
    ['gsi globalSecondaryIndex', 'global'],
    ['lsi localSecondaryIndex', 'local'],
    ['vectorIndex', 'vector'],
  ],
  'table class': [['ia infrequentAccess standardIa', 'standard-infrequent-access']],
  consistency: [
    ['eventually eventuallyConsistent false', 'eventual'],
    ['strongly stronglyConsistent consistent true', 'strong'],
  ],
  order: [
    ['asc forward', 'ascending'],
    ['desc backward reverse', 'descending'],
  ],
  'yes or no': [
    ['yes on y enabled enable', 'true'],
    ['no off n disabled disable', 'false'],
  ],
};

/** The API's type letters: only as they are written there. */
export const typeLetters: ReadonlyMap<string, string> = new Map([
  ['S', 'string'],
  ['N', 'number'],
  ['B', 'binary'],
  ['BOOL', 'boolean'],
  ['L', 'list'],
  ['M', 'map'],
  ['SS', 'string-set'],
  ['NS', 'number-set'],
  ['BS', 'binary-set'],
]);

const keySchema =
  'Write partitionKey and sortKey with the names of the attributes: partitionKey: PK, sortKey: SK.';
const attributeDefinitions =
  'Attributes belong to the entities. The type of a key attribute, if it is not a string, goes with the key: partitionKey: { name: id, type: number }.';
const provisioned =
  'State the units: capacity: { read: 80, write: 100 }, for a table with scaling add autoscaling: { max: { read: 400, write: 500 } }.';

/** Words that have no single counterpart, with what to do; the first is what the language calls it. */
export const explained: readonly (readonly [
  place: WordPlace,
  words: string,
  ours: string,
  advice: string,
])[] = [
  ['table key', 'keySchema primaryKey primaryIndex key keys', 'partitionKey', keySchema],
  ['index key', 'keySchema key keys', 'partitionKey', keySchema],
  ['table key', 'attributeDefinitions attributes', 'entities', attributeDefinitions],
  ['model key', 'attributeDefinitions attributes', 'entities', attributeDefinitions],
  ['model key', 'keySchema partitionKey hashKey pk', 'table', 'Keys of the table go under table:.'],
  ['model key', 'tableName name', 'table', 'Write table: { name: … }.'],
  ['model key', 'billingMode capacity', 'table', 'Write capacity under table:.'],
  [
    'table key',
    'globalSecondaryIndexes gsi gsis localSecondaryIndexes lsi lsis indexes',
    'indexes',
    'Indexes stand beside table:, by name: indexes: { GSI1: { partitionKey: GSI1PK, sortKey: GSI1SK } }.',
  ],
  [
    'table key',
    'provisionedThroughput readCapacityUnits writeCapacityUnits readCapacity writeCapacity',
    'capacity',
    provisioned,
  ],
  ['index key', 'provisionedThroughput readCapacityUnits writeCapacityUnits', 'capacity', provisioned],
  ['capacity', 'provisioned', '{ read, write }', provisioned],
  [
    'table key',
    'timeToLiveSpecification',
    'timeToLive',
    'Write the attribute by which items expire: timeToLive: expiresAt.',
  ],
  [
    'table key',
    'streamSpecification streamEnabled',
    'stream',
    'Write what the stream carries: stream: new-and-old-images.',
  ],
  [
    'table key',
    'pointInTimeRecoverySpecification',
    'pointInTimeRecovery',
    'Write pointInTimeRecovery: true.',
  ],
  [
    'index key',
    'indexName name',
    'the name before the colon',
    'An index is named by its key: GSI1: { partitionKey: GSI1PK }.',
  ],
  [
    'projection',
    'include',
    'a list',
    'Write the list of the attributes itself: projection: [status, total].',
  ],
  [
    'attribute key',
    'required',
    'optional',
    'Every attribute is required unless it says optional: true: remove required: true, or write optional: true for required: false.',
  ],
  [
    'attribute key',
    'nullable',
    'optional',
    'For an attribute that an item may lack write optional: true; for one that holds null write type: "null".',
  ],
  [
    'entity key',
    'pk sk partitionKey sortKey hashKey rangeKey primaryKey',
    'keys',
    'Write the templates under keys:, by the names that the table gives: keys: { PK: "ORDER#${orderId}" }.',
  ],
  [
    'pattern key',
    'keyConditionExpression',
    'where',
    'Write what the caller gives: where: [orderId, placedAt between], or the raw condition under key:.',
  ],
  [
    'pattern key',
    'updateExpression',
    'set',
    'Write the attributes under set, remove, add and append: set: [status = SHIPPED].',
  ],
  [
    'pattern key',
    'consistentRead stronglyConsistent',
    'consistency',
    'Write consistency: strong; reads are eventual unless it is written.',
  ],
  [
    'pattern key',
    'scanIndexForward',
    'order',
    'Write order: descending for false; ascending is what happens unless written.',
  ],
  [
    'pattern key',
    'entity entities',
    'the operation',
    'The operation names the entity: query: Order, put: Order.',
  ],
  [
    'pattern key',
    'type operation action method',
    'the operation',
    'The operation is itself the key: query: Order, put: Order.',
  ],
];
