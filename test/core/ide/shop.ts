// One small model for the tests of editor features.
// Deliberately has one of each thing that a cursor can stand on.

export const shop = `version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK, typeAttribute: kind }
indexes:
  GSI1: { partitionKey: GSI1PK, sortKey: GSI1SK }
entities:
  Customer:
    description: A person who buys.
    attributes:
      username: { type: string, size: 12 B, maxSize: 20 B }
      nickname: { type: string, size: 8 B, optional: true, present: 25% }
    keys:
      PK: "CUSTOMER#\${username}"
      SK: "CUSTOMER#\${username}"
    count: 1M
  Order:
    attributes:
      username: Customer.username
      orderNumber: { type: number, max: 999999 }
    keys:
      PK: "CUSTOMER#\${username}"
      SK: "#ORDER#\${orderNumber | pad(6)}"
      GSI1PK: "ORDER#\${orderNumber | pad(6)}"
      GSI1SK: ORDER
    count: 20 per Customer
accessPatterns:
  placeOrder: { put: Order, condition: not-exists, rate: 30/s }
  newestOrders:
    query: [Customer, Order]
    where: username
    order: descending
    limit: 11
    rate: 200/s
    readYourWrites: placeOrder
  orderByNumber: { query: Order, where: orderNumber, index: GSI1 }
`;
