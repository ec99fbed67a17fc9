// What a publication says of a design: keys by entity, and the request of each access pattern.
// Deliberately without sizes and counts: the publications have none.

export interface PublishedRead {
  readonly operation: 'GetItem' | 'Query';
  /** Undefined for the table. */
  readonly index?: string;
  /** The key condition; the parameters are called as the model calls them. */
  readonly condition: string;
  readonly descending?: true;
  readonly limit?: number;
  readonly returns: readonly string[];
  /** Where the route found is another: its key condition, and why that is as good. */
  readonly differs?: { readonly condition: string; readonly because: string };
}

export interface PublishedWrite {
  readonly operation: 'update' | 'transactWrite';
  /** In the order of the request. */
  readonly items: readonly string[];
}

export interface PublishedDesign {
  readonly table: string;
  /** Of the table, then of each index; all are global and project everything. */
  readonly targets: Readonly<Record<string, readonly [partitionKey: string, sortKey: string]>>;
  /** The template of each key attribute; two where it depends on the item. */
  readonly entities: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  readonly reads: Readonly<Record<string, PublishedRead>>;
  readonly writes: Readonly<Record<string, PublishedWrite>>;
}
