// What each engine cannot show or shows wrongly, as data: whoever checks looks here before believing it.
// Deliberately about observed behaviour of named versions; what is not listed is taken as right.

/** Something that a check may rest on. */
export type Feature =
  /** Returns ConsumedCapacity at all. */
  | 'capacity'
  | 'index-write-units'
  | 'transactions'
  | 'transaction-units'
  | 'empty-query-units'
  | 'missing-batch-get-units'
  | 'strong-scan-units'
  | 'non-ascii-units'
  | 'local-fetch-units'
  | 'local-fetch-selected'
  | 'projected-get-units'
  | 'transact-get-selected'
  | 'page-edge'
  | 'key-begins-with'
  | 'multi-attribute-keys'
  | 'filter-on-documents'
  | 'filter-in-empty'
  | 'filter-text-order'
  | 'filter-on-projection'
  | 'proto-attribute'
  | 'vector-search';

/** Why an engine is no witness for a feature. */
export interface Lack {
  /** One clause, to stand behind "not checkable: ". */
  readonly reason: string;
  /** Seen by running the version named in the profile, or said by its makers. */
  readonly basis: 'measured' | 'documented';
  /** ISO 8601. */
  readonly date: string;
}

export interface Profile {
  readonly id: 'dynalite' | 'dynamodb-local' | 'dynoxide' | 'alternator' | 'aws' | 'unknown';
  /** As it is shown: the engine and the version of which the lacks are known. */
  readonly name: string;
  readonly lacks: Readonly<Partial<Record<Feature, Lack>>>;
  /** Global indexes follow the table after a while, so that a read may have to be asked again. */
  readonly indexesLag: boolean;
}

const measured = (reason: string, date = '2026-11-23'): Lack => ({ reason, basis: 'measured', date });
const documented = (reason: string, date: string): Lack => ({ reason, basis: 'documented', date });

/** No emulator has them: they are of 2026. */
const vectorSearch = measured('no emulator has vector indexes');

export const dynalite: Profile = {
  id: 'dynalite',
  name: 'dynalite 4.0.0',
  indexesLag: false,
  lacks: {
    'index-write-units': measured('dynalite reports no write units of indexes'),
    transactions: measured('dynalite has no transactions, so its parts ran outside of one'),
    'transaction-units': measured('dynalite has no transactions, so none is metered'),
    'empty-query-units': measured('dynalite meters a query that finds nothing as 0'),
    'strong-scan-units': measured('dynalite meters a strongly consistent scan like an eventual one'),
    'non-ascii-units': measured('dynalite counts characters in place of bytes'),
    'local-fetch-units': measured('dynalite rounds the sum of the items fetched, not each'),
    'local-fetch-selected': measured(
      'dynalite does not fetch what is selected and the local index lacks',
      '2026-11-25',
    ),
    'multi-attribute-keys': measured('dynalite has no keys of several attributes'),
    'filter-on-documents': measured('dynalite never finds lists and maps equal'),
    'filter-in-empty': measured('dynalite does not find false or an empty text among several values'),
    'filter-text-order': measured('dynalite orders texts in filters by UTF-16 units'),
    'filter-on-projection': measured('dynalite filters by attributes that the index does not have'),
    'proto-attribute': measured('dynalite loses what is named __proto__', '2026-11-25'),
    'vector-search': vectorSearch,
  },
};

export const dynamoDbLocal: Profile = {
  id: 'dynamodb-local',
  name: 'DynamoDB Local 3.3.1',
  indexesLag: false,
  lacks: {
    'transaction-units': measured('DynamoDB Local meters equal writes of a transaction once'),
    'empty-query-units': measured('DynamoDB Local meters a query that finds nothing as 0'),
    'missing-batch-get-units': measured('DynamoDB Local meters a missing item of a batch as 0'),
    'vector-search': vectorSearch,
  },
};

export const dynoxide: Profile = {
  id: 'dynoxide',
  name: 'dynoxide 1.2.1',
  indexesLag: false,
  lacks: {
    'local-fetch-units': measured('dynoxide rounds the sum of the items fetched, not each'),
    'local-fetch-selected': measured(
      'dynoxide does not fetch what is selected and the local index lacks',
      '2026-11-25',
    ),
    'projected-get-units': measured('dynoxide meters the attributes selected, not the item'),
    'transact-get-selected': measured(
      'dynoxide adds the key to what a get in a transaction selects',
      '2026-11-25',
    ),
    'page-edge': measured('dynoxide ends a page before the item that reaches 1 MB'),
    'key-begins-with': measured('dynoxide ignores case in begins_with of a key condition'),
    'multi-attribute-keys': measured('dynoxide cannot query keys of several attributes'),
    'filter-on-projection': measured('dynoxide filters by attributes that the index does not have'),
    'vector-search': vectorSearch,
  },
};

export const alternator: Profile = {
  id: 'alternator',
  name: 'ScyllaDB Alternator',
  indexesLag: false,
  lacks: {
    capacity: documented('Alternator does not meter as DynamoDB does', '2026'),
    transactions: documented('Alternator has no transactions', '2026'),
    'transaction-units': documented('Alternator has no transactions', '2026'),
    'multi-attribute-keys': documented('Alternator has no keys of several attributes', '2026'),
    'vector-search': documented('Alternator has no vector indexes of this kind', '2026'),
  },
};

export const aws: Profile = { id: 'aws', name: 'Amazon DynamoDB', indexesLag: true, lacks: {} };

/** Nothing is known of it: it is asked everything, and a mismatch may be its own. */
export const unknownEngine: Profile = {
  id: 'unknown',
  name: 'an engine that Singlet does not know',
  indexesLag: true,
  lacks: {},
};

export const profiles: readonly Profile[] = [
  dynalite,
  dynamoDbLocal,
  dynoxide,
  alternator,
  aws,
  unknownEngine,
];
