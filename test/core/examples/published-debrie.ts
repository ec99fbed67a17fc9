// Two designs of The DynamoDB Book as their source has them.
// Deliberately data only.
import type { PublishedDesign } from './published-design.ts';

/** Chapter 19 of The DynamoDB Book; neoeinstein/modyne, dynamodb-book/ch19-ecomm/src/lib.rs at 0a43d56. */
export const ecommerce: PublishedDesign = {
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
export const github: PublishedDesign = {
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
        condition: 'PK = "ISSUECOMMENT#${owner}#${repo}#${issue_number}" and SK begins_with "ISSUECOMMENT#"',
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
