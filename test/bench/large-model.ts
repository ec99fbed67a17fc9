// Synthesised models of any length: one table, six overloaded indexes, and as many areas of entities as are asked for.
// Deliberately like models people write: references, conditional keys, flow and block style, patterns of every kind.

const head = `version: 1

table:
  name: Synthesised
  partitionKey: PK
  sortKey: SK
  typeAttribute: entityType
  capacity: on-demand
  region: us-east-1
  stream: new-and-old-images

indexes:
  GSI1: { partitionKey: GSI1PK, sortKey: GSI1SK }
  GSI2: { partitionKey: GSI2PK, sortKey: GSI2SK }
  GSI3: { partitionKey: GSI3PK, sortKey: GSI3SK, projection: keys-only }
  ByStatus: { partitionKey: [storeId, status], sortKey: [placedAt] }
  ByEmail: { partitionKey: email, projection: [displayName] }
  ByTotal: { type: local, sortKey: total }
`;

/** Only so many areas lie in the indexes of plain attributes: others there would be read with them. */
const plainAreas = 1;

interface Names {
  readonly email: string;
  readonly status: string;
}

const namesIn = (n: number): Names =>
  n <= plainAreas ? { email: 'email', status: 'status' } : { email: 'mail', status: 'state' };

/** In the index of plain attributes an order moves with its state. */
const silenced = (n: number): string =>
  n <= plainAreas ? '\n    # singlet-ignore index/mutable-key: open orders are asked for by status' : '';

/** The lines of an area that only those have which do without the indexes of plain attributes. */
const unlessPlain = (n: number, ...lines: readonly string[]): string =>
  n <= plainAreas ? '' : lines.map((line) => `\n      ${line}`).join('');

function entitiesOf(n: number): string {
  const { email, status } = namesIn(n);
  return `
  # Area ${n}: people and what they buy.
  Customer${n}:
    description: A person who buys in area ${n}.
    attributes:
      customer${n}Id: { type: string, size: 12 B, maxSize: 40 B, pattern: "^[a-z0-9]+$" }
      ${email}: { format: email, size: 28 B }
      displayName: { type: string, size: 20 B }
      addresses: { type: map, size: 300 B, optional: true, present: 60% }
    keys:
      PK: "CUSTOMER${n}#\${customer${n}Id}"
      SK: "CUSTOMER${n}#\${customer${n}Id}"${unlessPlain(n, `GSI2PK: "EMAIL${n}#\${mail}"`, 'GSI2SK: CUSTOMER')}
    count: 1M

  Store${n}:
    attributes:
      storeId: ksuid
      name: { type: string, size: 18 B }
      country: { enum: { DE: 40%, FR: 35%, NL: 25% } }
    keys:
      PK: "STORE${n}#\${storeId}"
      SK: STORE
      GSI1PK: "STORES${n}#\${country}"
      GSI1SK: "STORE#\${name}"
    count: 400

  Order${n}:
    attributes:
      customer${n}Id: Customer${n}.customer${n}Id
      order${n}Id: ksuid
      storeId: Store${n}.storeId
      ${status}: { enum: { PLACED: 2%, SHIPPED: 3%, DELIVERED: 95% } }
      placedAt: { format: date-time, span: 3 years }
      deliveredAt: { format: date-time, optional: true, present: 95% }
      total: number
      note: { type: string, size: 60 B, optional: true, present: 5% }
    identity: [order${n}Id]
    keys:
      PK: "CUSTOMER${n}#\${customer${n}Id}"
      SK: "#ORDER#\${order${n}Id}"
      GSI1PK: "ORDER${n}#\${order${n}Id}"
      GSI1SK: "ORDER${n}#\${order${n}Id}"
      GSI2:
        - { when: ${status} = PLACED, GSI2PK: "OPEN${n}#\${storeId}", GSI2SK: "\${placedAt}" }
        - { when: deliveredAt exists, GSI2PK: "DONE${n}#\${storeId}", GSI2SK: "\${deliveredAt}" }
    count: { mean: 20, max: 5000, per: Customer${n} }

  OrderItem${n}:
    identity: [order${n}Id, item${n}Id]
    attributes:
      order${n}Id: Order${n}.order${n}Id
      item${n}Id: { type: number, max: 9999 }
      price: number
      description: { type: string, size: 400 B }
    keys:
      PK: "ORDER${n}#\${order${n}Id}#ITEM#\${item${n}Id}"
      SK: "ORDER${n}#\${order${n}Id}#ITEM#\${item${n}Id}"
      GSI1PK: "ORDER${n}#\${order${n}Id}"
      GSI1SK: "ITEM#\${item${n}Id | pad(4)}"
    count: { mean: 3.2, max: 90, per: Order${n} }

  Visit${n}:
    identity: [customer${n}Id, seenAt]
    attributes:
      customer${n}Id: Customer${n}.customer${n}Id
      seenAt: { format: date-time, span: 30 days }
      page: { type: string, size: 40 B, distinct: 2k }
    keys:
      PK: "VISITS${n}#\${customer${n}Id}"
      SK: "VISIT#\${seenAt}"
      GSI3PK: "PAGE${n}#\${page | shard(4)}#\${seenAt | date(yyyy-MM-dd)}"
      GSI3SK: "\${seenAt}"
    count: 40 per Customer${n}
`;
}

const pinnedIn = (n: number): string =>
  n <= plainAreas
    ? `\n  heldOrders${n}: { query: Order${n}, where: [storeId, status = SHIPPED], index: ByStatus, limit: 50, rate: 1/s }`
    : '';

function patternsOf(n: number): string {
  const { email, status } = namesIn(n);
  return `
  newCustomer${n}: { put: Customer${n}, condition: not-exists, rate: 2/s }
  customer${n}: { get: Customer${n}, rate: 300/s }
  customer${n}WithNewestOrders:
    description: The profile page of area ${n}
    query: [Customer${n}, Order${n}]
    where: customer${n}Id
    order: descending
    limit: 11
    rate: 200/s
    peak: 900/s
  customer${n}ByEmail: { query: Customer${n}, where: ${email}, select: [displayName], rate: 3/s }
  placeOrder${n}:
    transactWrite:
      - put: Order${n}
      - { put: OrderItem${n}, times: 3.2 }
      - check: Customer${n}
    rate: 30/s
  ship${n}:
    update: Order${n}${silenced(n)}
    set: [${status} = SHIPPED]
    condition: exists
    when: deliveredAt not-exists
    rate: 30/s
  deliver${n}:
    update: Order${n}${silenced(n)}
    set: [${status} = DELIVERED, deliveredAt]
    condition: ${status} = SHIPPED
    given: storeId
    rate: 30/s
  orderWithItems${n}: { query: [Order${n}, OrderItem${n}], where: order${n}Id, rate: 120/s }
  openOrdersOfStore${n}:
    query: Order${n}
    where: [storeId, ${status} = PLACED, placedAt between]
    filter: total >
    matches: 40
    rate: 5/s
  dearestOrders${n}: { query: Order${n}, where: customer${n}Id, order: total descending, limit: 10, rate: 1/s }${pinnedIn(n)}
  storesOfCountry${n}: { query: Store${n}, where: country, rate: 1/s }
  visitsOfCustomer${n}:
    query: Visit${n}
    where: [customer${n}Id, seenAt between]
    matches: 12
    rate: 9/s
  visitsOfDay${n}: { query: Visit${n}, where: seenAt | date(yyyy-MM-dd), select: seenAt, limit: 100, rate: 2/min }
  recordVisit${n}: { put: Visit${n}, rate: 900/s }
  forget${n}: { delete: Customer${n}, rate: 0.1/s }
`;
}

const areas = (text: (n: number) => string, count: number): string =>
  Array.from({ length: count }, (_, i) => text(i + 1)).join('');

const modelOf = (count: number): string =>
  `${head}\nentities:${areas(entitiesOf, count)}\naccessPatterns:${areas(patternsOf, count)}`;

const linesOf = (text: string): number => text.split('\n').length;

/** A model of about so many lines, and no fewer than one area has. */
export function largeModel(lines: number): string {
  const one = linesOf(modelOf(1));
  const each = linesOf(modelOf(2)) - one;
  return modelOf(1 + Math.max(0, Math.round((lines - one) / each)));
}
