// Three published designs as their sources have them: keys by entity, and each access pattern's request.
// Deliberately data only, without sizes and counts: the sources have none.

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

/** Chapter 19 of The DynamoDB Book; neoeinstein/modyne, dynamodb-book/ch19-ecomm/src/lib.rs at 0a43d56. */
const ecommerce: PublishedDesign = {
  table: 'EcommerceTable',
  targets: { table: ['PK', 'SK'], GSI1: ['GSI1PK', 'GSI1SK'] },
  entities: {
    Customer: { PK: 'CUSTOMER#${user_name}', SK: 'CUSTOMER#${user_name}' },
    CustomerEmail: { PK: 'CUSTOMEREMAIL#${email}', SK: 'CUSTOMEREMAIL#${email}' },
    Order: {
      PK: 'CUSTOMER#${user_name}',
      SK: '#ORDER#${order_id}',
      GSI1PK: 'ORDER#${order_id}',
      GSI1SK: 'ORDER#${order_id}',
    },
    OrderItem: {
      PK: 'ORDER#${order_id}',
      SK: 'ORDER#${order_id}#ITEM#${item_id}',
      GSI1PK: 'ORDER#${order_id}',
      GSI1SK: 'ITEM#${item_id}',
    },
  },
  reads: {
    getCustomerAndRecentOrders: {
      operation: 'Query',
      condition: 'PK = "CUSTOMER#${user_name}"',
      descending: true,
      limit: 11,
      returns: ['Customer', 'Order'],
    },
    getOrderWithItems: {
      operation: 'Query',
      index: 'GSI1',
      condition: 'GSI1PK = "ORDER#${order_id}"',
      returns: ['Order', 'OrderItem'],
    },
  },
  writes: {
    createCustomer: { operation: 'transactWrite', items: ['put Customer', 'put CustomerEmail'] },
    upsertAddress: { operation: 'update', items: ['update Customer'] },
    saveOrder: { operation: 'transactWrite', items: ['put Order', 'put OrderItem'] },
    updateOrderStatus: { operation: 'update', items: ['update Order'] },
  },
};

/** Chapter 21 of The DynamoDB Book; neoeinstein/modyne, dynamodb-book/ch21-github/src/lib.rs at 0a43d56. */
const github: PublishedDesign = {
  table: 'GitHubTable',
  targets: {
    table: ['PK', 'SK'],
    GSI1: ['GSI1PK', 'GSI1SK'],
    GSI2: ['GSI2PK', 'GSI2SK'],
    GSI3: ['GSI3PK', 'GSI3SK'],
  },
  entities: {
    Repository: {
      PK: 'REPO#${owner}#${repo}',
      SK: 'REPO#${owner}#${repo}',
      GSI1PK: 'REPO#${owner}#${repo}',
      GSI1SK: 'REPO#${owner}#${repo}',
      GSI2PK: ['REPO#${owner}#${repo}', 'REPO#${src_owner}#${src_repo}'],
      GSI2SK: ['#REPO#${repo}', 'FORK#${owner}'],
      GSI3PK: 'ACCOUNT#${owner}',
      GSI3SK: '#${updated_at}',
    },
    Issue: { PK: 'REPO#${owner}#${repo}', SK: 'ISSUE#${issue_number | pad(10)}' },
    IssueComment: {
      PK: 'ISSUECOMMENT#${owner}#${repo}#${issue_number}',
      SK: 'ISSUECOMMENT#${comment_id}',
    },
    PullRequest: {
      PK: 'PR#${owner}#${repo}#${pr_number | pad(10)}',
      SK: 'PR#${owner}#${repo}#${pr_number | pad(10)}',
      GSI1PK: 'REPO#${owner}#${repo}',
      GSI1SK: 'PR#${pr_number | pad(10)}',
    },
    PullRequestComment: {
      PK: 'PRCOMMENT#${owner}#${repo}#${pr_number}',
      SK: 'PRCOMMENT#${comment_id}',
    },
    Star: { PK: 'REPO#${owner}#${repo}', SK: 'STAR#${user}' },
    Reaction: {
      PK: '${target}REACTION#${owner}#${repo}#${target_id}#${user}',
      SK: '${target}REACTION#${owner}#${repo}#${target_id}#${user}',
    },
    User: {
      PK: 'ACCOUNT#${user}',
      SK: 'ACCOUNT#${user}',
      GSI3PK: 'ACCOUNT#${user}',
      GSI3SK: 'ACCOUNT#${user}',
    },
    Organization: {
      PK: 'ACCOUNT#${org}',
      SK: 'ACCOUNT#${org}',
      GSI3PK: 'ACCOUNT#${org}',
      GSI3SK: 'ACCOUNT#${org}',
    },
    Membership: { PK: 'ACCOUNT#${org}', SK: 'MEMBERSHIP#${user}' },
  },
  reads: {
    getRepo: {
      operation: 'GetItem',
      condition: 'PK = "REPO#${owner}#${repo}" and SK = "REPO#${owner}#${repo}"',
      returns: ['Repository'],
    },
    getRepoAndIssues: {
      operation: 'Query',
      condition: 'PK = "REPO#${owner}#${repo}" and SK <= "REPO#${owner}#${repo}"',
      descending: true,
      returns: ['Repository', 'Issue'],
    },
    getRepoAndStars: {
      operation: 'Query',
      condition: 'PK = "REPO#${owner}#${repo}" and SK >= "REPO#${owner}#${repo}"',
      returns: ['Repository', 'Star'],
    },
    getRepoAndPullRequests: {
      operation: 'Query',
      index: 'GSI1',
      condition: 'GSI1PK = "REPO#${owner}#${repo}"',
      descending: true,
      returns: ['Repository', 'PullRequest'],
    },
    getRepoAndForks: {
      operation: 'Query',
      index: 'GSI2',
      condition: 'GSI2PK = "REPO#${owner}#${repo}"',
      returns: ['Repository'],
    },
    getReposForAccountByUpdated: {
      operation: 'Query',
      index: 'GSI3',
      condition: 'GSI3PK = "ACCOUNT#${account}"',
      descending: true,
      returns: ['User', 'Organization', 'Repository'],
    },
    getIssue: {
      operation: 'GetItem',
      condition: 'PK = "REPO#${owner}#${repo}" and SK = "ISSUE#${issue_number | pad(10)}"',
      returns: ['Issue'],
    },
    getPullRequest: {
      operation: 'GetItem',
      condition:
        'PK = "PR#${owner}#${repo}#${pr_number | pad(10)}" and SK = "PR#${owner}#${repo}#${pr_number | pad(10)}"',
      returns: ['PullRequest'],
    },
    getIssueComments: {
      operation: 'Query',
      condition: 'PK = "ISSUECOMMENT#${owner}#${repo}#${issue_number}"',
      returns: ['IssueComment'],
      differs: {
        condition:
          'PK = "ISSUECOMMENT#${owner}#${repo}#${issue_number}" and SK begins_with "ISSUECOMMENT#"',
        because: 'Every sort key of the collection begins so; it reads the same items.',
      },
    },
    getPullRequestComments: {
      operation: 'Query',
      condition: 'PK = "PRCOMMENT#${owner}#${repo}#${pr_number}"',
      returns: ['PullRequestComment'],
      differs: {
        condition: 'PK = "PRCOMMENT#${owner}#${repo}#${pr_number}" and SK begins_with "PRCOMMENT#"',
        because: 'Every sort key of the collection begins so; it reads the same items.',
      },
    },
    getOrgMembers: {
      operation: 'Query',
      condition: 'PK = "ACCOUNT#${org}" and SK begins_with "MEMBERSHIP#"',
      returns: ['Membership'],
    },
    getUser: {
      operation: 'GetItem',
      condition: 'PK = "ACCOUNT#${user}" and SK = "ACCOUNT#${user}"',
      returns: ['User'],
    },
  },
  writes: {
    // The source says only that an update and a transaction take part; one transaction holds both.
    addReaction: { operation: 'transactWrite', items: ['update Reaction', 'update Issue'] },
    starRepo: { operation: 'transactWrite', items: ['put Star', 'update Repository'] },
    forkRepo: { operation: 'transactWrite', items: ['put Repository', 'update Repository'] },
  },
};

/** aws-samples/amazon-dynamodb-design-patterns, examples/an-online-shop at 6dceeaa; it lists no writes. */
const onlineShop: PublishedDesign = {
  table: 'OnlineShop',
  targets: { table: ['PK', 'SK'], GSI1: ['GSI1-PK', 'GSI1-SK'], GSI2: ['GSI2-PK', 'GSI2-SK'] },
  entities: {
    customer: { PK: 'c#${customerId}', SK: 'c#${customerId}' },
    product: { PK: 'p#${productId}', SK: 'p#${productId}' },
    warehouse: { PK: 'w#${warehouseId}', SK: 'w#${warehouseId}' },
    warehouseItem: {
      PK: 'p#${productId}',
      SK: 'w#${warehouseId}',
      'GSI2-PK': 'w#${warehouseId}',
      'GSI2-SK': 'p#${productId}',
    },
    order: { PK: 'o#${orderId}', SK: 'c#${customerId}' },
    orderItem: {
      PK: 'o#${orderId}',
      SK: 'p#${productId}',
      'GSI1-PK': 'p#${productId}',
      'GSI1-SK': '${Date}',
      'GSI2-PK': 'c#${customerId}',
      'GSI2-SK': 'p#${Date}',
    },
    invoice: {
      PK: 'o#${orderId}',
      SK: 'i#${invoiceId}',
      'GSI1-PK': 'i#${invoiceId}',
      'GSI1-SK': 'i#${invoiceId}',
      'GSI2-PK': 'c#${customerId}',
      'GSI2-SK': 'i#${Date}',
    },
    shipment: {
      PK: 'o#${orderId}',
      SK: 'sh#${shipmentId}',
      'GSI1-PK': 'sh#${shipmentId}',
      'GSI1-SK': 'sh#${shipmentId}',
      'GSI2-PK': 'w#${warehouseId}',
      'GSI2-SK': 'sh#${shipmentId}',
    },
    shipmentItem: {
      PK: 'o#${orderId}',
      SK: 'shp#${shipmentItemId}',
      'GSI1-PK': 'sh#${shipmentId}',
      'GSI1-SK': 'p#${productId}',
    },
    payment: {
      PK: 'o#${orderId}',
      SK: 'pmn#${paymentId}',
      'GSI1-PK': 'i#${invoiceId}',
      'GSI1-SK': 'pmn#${paymentId}',
    },
  },
  reads: {
    getCustomerByCustomerId: {
      operation: 'GetItem',
      condition: 'PK = "c#${customerId}" and SK = "c#${customerId}"',
      returns: ['customer'],
    },
    getProductByProductId: {
      operation: 'GetItem',
      condition: 'PK = "p#${productId}" and SK = "p#${productId}"',
      returns: ['product'],
    },
    getWarehouseByWarehouseId: {
      operation: 'GetItem',
      condition: 'PK = "w#${warehouseId}" and SK = "w#${warehouseId}"',
      returns: ['warehouse'],
    },
    getProductInventoryByProductId: {
      operation: 'Query',
      condition: 'PK = "p#${productId}" and SK begins_with "w#"',
      returns: ['warehouseItem'],
    },
    getOrderDetailsByOrderId: {
      operation: 'Query',
      condition: 'PK = "o#${orderId}"',
      returns: ['order', 'orderItem', 'invoice', 'shipment', 'shipmentItem', 'payment'],
    },
    getProductByOrderId: {
      operation: 'Query',
      condition: 'PK = "o#${orderId}" and SK begins_with "p#"',
      returns: ['orderItem'],
    },
    getInvoiceByOrderId: {
      operation: 'Query',
      condition: 'PK = "o#${orderId}" and SK begins_with "i#"',
      returns: ['invoice'],
    },
    getShipmentByOrderId: {
      operation: 'Query',
      condition: 'PK = "o#${orderId}" and SK begins_with "sh#"',
      returns: ['shipment'],
    },
    getOrderByProductIdForDateRange: {
      operation: 'Query',
      index: 'GSI1',
      condition: 'GSI1-PK = "p#${productId}" and GSI1-SK between "${DateFrom}" and "${DateTo}"',
      returns: ['orderItem'],
    },
    getInvoiceByInvoiceId: {
      operation: 'Query',
      index: 'GSI1',
      condition: 'GSI1-PK = "i#${invoiceId}" and GSI1-SK = "i#${invoiceId}"',
      returns: ['invoice'],
    },
    getPaymentByInvoiceIdAsPublished: {
      operation: 'Query',
      index: 'GSI1',
      condition: 'GSI1-PK = "i#${invoiceId}" and GSI1-SK = "i#${invoiceId}"',
      returns: ['payment'],
    },
    getPaymentByInvoiceId: {
      operation: 'Query',
      index: 'GSI1',
      condition: 'GSI1-PK = "i#${invoiceId}" and GSI1-SK = "i#${invoiceId}"',
      returns: ['payment'],
      differs: {
        condition: 'GSI1-PK = "i#${invoiceId}" and GSI1-SK begins_with "pmn#"',
        because: 'As published it finds no payment, which the finding on the pattern above says.',
      },
    },
    getShipmentDetailsByShipmentId: {
      operation: 'Query',
      index: 'GSI1',
      condition: 'GSI1-PK = "sh#${shipmentId}"',
      returns: ['shipment', 'shipmentItem'],
    },
    getShipmentByWarehouseId: {
      operation: 'Query',
      index: 'GSI2',
      condition: 'GSI2-PK = "w#${warehouseId}" and GSI2-SK begins_with "sh#"',
      returns: ['shipment'],
    },
    getProductInventoryByWarehouseId: {
      operation: 'Query',
      index: 'GSI2',
      condition: 'GSI2-PK = "w#${warehouseId}" and GSI2-SK begins_with "p#"',
      returns: ['warehouseItem'],
    },
    getInvoiceByCustomerIdForDateRange: {
      operation: 'Query',
      index: 'GSI2',
      condition: 'GSI2-PK = "c#${customerId}" and GSI2-SK between "i#${DateFrom}" and "i#${DateTo}"',
      returns: ['invoice'],
    },
    getProductsByCustomerIdForDateRange: {
      operation: 'Query',
      index: 'GSI2',
      condition: 'GSI2-PK = "c#${customerId}" and GSI2-SK between "p#${DateFrom}" and "p#${DateTo}"',
      returns: ['orderItem'],
    },
  },
  writes: {},
};

/** By the name of the example. */
export const published: Readonly<Record<string, PublishedDesign>> = {
  'aws-online-shop': onlineShop,
  'debrie-ecommerce': ecommerce,
  'debrie-github': github,
};
