// What Singlet must report on the published designs: the defects that their readers know, and what else is true of them.
// Deliberately data only; findings.test.ts holds the rules to it.

/** A change of the model before it is asked: some defects show only in what an author might have left out. */
interface Change {
  readonly from: string;
  readonly to: string;
}

export interface ExpectedFinding {
  readonly design: string;
  /** The access pattern, entity or index on which it stands. */
  readonly on: string;
  /** What it says, in words. */
  readonly says: string;
  /** Undefined until there is a rule that says it. */
  readonly rule: string | undefined;
  readonly after?: Change;
}

/** Known defects. */
export const required: readonly ExpectedFinding[] = [
  {
    design: 'aws-chat-system',
    on: 'Comment',
    says: 'a bare time as sort key beside `Join:` in one collection: no prefix tells comments from memberships',
    rule: 'key/unprefixed',
  },
  {
    design: 'aws-online-shop',
    on: 'getPaymentByInvoiceIdAsPublished',
    says: 'the key condition is that of the invoice, and returns no payment',
    rule: 'pattern/finds-nothing',
  },
  {
    design: 'aws-online-shop',
    on: 'orderItem',
    says: 'the key takes order and product for the identity: the same product twice in an order is one item',
    rule: 'key/assumed-identity',
    after: { from: '    identity: [orderId, productId]\n', to: '' },
  },
  {
    design: 'houlihan-hotel-reservations',
    on: 'hotelAndRates',
    says: 'summaries lie between the rates, which no prefix tells apart, and are read with them',
    rule: 'pattern/over-read',
  },
  {
    design: 'houlihan-asset-management',
    on: 'assetsAtLocationByTypePath',
    says: 'assets and events share one range of GSI1 without a prefix',
    rule: 'pattern/over-read',
  },
  {
    design: 'debrie-ecommerce',
    on: 'saveOrder',
    says: 'an order with 100 items and more passes the 100 actions of a transaction',
    rule: 'batch/too-many-items',
    after: { from: 'count: { mean: 3, max: 99, per: Order }', to: 'count: 3 per Order' },
  },
  {
    design: 'debrie-github',
    on: 'Organization',
    says: 'a user and an organization of one name are the same item',
    rule: 'key/collision',
    after: { from: '    sharesKeysWith: Organization\n', to: '' },
  },
  {
    design: 'debrie-github',
    on: 'push',
    says: 'updated_at is a key of GSI3, so each push deletes an index entry and puts another, and what that costs',
    rule: 'index/mutable-key',
  },
  {
    design: 'mcp-deals-trending-deals',
    on: 'TrendingDeal',
    says: 'two deals of a category with equal score are one item',
    rule: 'key/lost-identity',
  },
  {
    design: 'mcp-deals-deals',
    on: 'get_deals_by_category',
    says: 'whole deals are asked of an index that copies a part',
    rule: 'pattern/not-served',
  },
  {
    design: 'mcp-deals-user-watches',
    on: 'get_brand_watchers',
    says: 'whole watches are asked of an index of keys only',
    rule: 'pattern/not-served',
  },
  {
    design: 'mcp-deals-user-watches',
    on: 'WatchesByType',
    says: 'its partition key has three values',
    rule: 'index/low-cardinality',
  },
  {
    design: 'mcp-ecommerce-users',
    on: 'get_user_addresses',
    says: 'the user is read beside the addresses',
    rule: 'pattern/over-read',
  },
  {
    design: 'mcp-ecommerce-products',
    on: 'get_product_reviews',
    says: 'the product is read beside the reviews',
    rule: 'pattern/over-read',
  },
  {
    design: 'mcp-ecommerce-orders',
    on: 'get_order_items',
    says: 'the order is read beside its items',
    rule: 'pattern/over-read',
  },
  {
    design: 'mcp-social-media',
    on: 'get_user_followers',
    says: 'a scan of the whole table',
    rule: 'read/scan-for-part',
  },
  ...['get_user_posts', 'get_post_comments', 'get_post_likes', 'get_user_following'].map((on) => ({
    design: 'mcp-social-media',
    on,
    says: 'all four other entities of the user are read beside',
    rule: 'pattern/over-read',
  })),
  ...['StatusIndex', 'LocationIndex', 'EngagementIndex', 'AgeGroupIndex'].map((on) => ({
    design: 'mcp-user-analytics',
    on,
    says: 'its partition key has few values',
    rule: 'index/low-cardinality',
  })),
  ...['StatusIndex', 'EngagementIndex'].map((index) => ({
    design: 'mcp-user-analytics',
    on: 'record_session',
    says: `its sort key in ${index} changes with each session, which is two writes of the index`,
    rule: 'index/mutable-key',
  })),
  {
    design: 'aws-social-network',
    on: 'PostLikeCount',
    says: 'the likes of a post are counted in one item, which takes 1,000 WCU/s at most',
    rule: 'cost/hot-partition',
  },
  {
    design: 'debrie-session-store',
    on: 'getSession',
    says: 'a session that expired is returned until it is deleted',
    rule: 'read/expired-items',
  },
  {
    design: 'aws-complaint-management',
    on: 'findBySeverityAndState',
    says: 'a scan of the whole table',
    rule: 'read/scan-for-part',
  },
];

/** What is true as well, though no reader of the publication is known to have said it. */
export const alsoTrue: readonly ExpectedFinding[] = [
  ...['get_category_watchers', 'get_watches_by_type'].map((on) => ({
    design: 'mcp-deals-user-watches',
    on,
    says: 'whole watches are asked of an index that copies a part',
    rule: 'pattern/not-served',
  })),
  {
    design: 'aws-social-network',
    on: 'PostLike',
    says: 'the likes of the busiest post lie under one partition key, like their counter',
    rule: 'cost/hot-partition',
  },
  {
    design: 'houlihan-asset-management',
    on: 'eventsAtLocationByTime',
    says: 'assets and events share one range of GSI1 without a prefix',
    rule: 'pattern/over-read',
  },
  {
    design: 'houlihan-banking',
    on: 'transaction',
    says: 'two transactions of an account within one second are one item, as its id is not in the key',
    rule: 'key/lost-identity',
  },
  {
    design: 'houlihan-hotel-reservations',
    on: 'booking',
    says: 'two rooms booked from the same time are one item, as the id of the reservation is not in the key',
    rule: 'key/lost-identity',
  },
  {
    design: 'houlihan-hotel-reservations',
    on: 'customert',
    says: 'a customer with the id of a hotel is the same item, as no prefix tells the two apart',
    rule: 'key/collision',
  },
  {
    design: 'mcp-social-media',
    on: 'get_user_profile_and_posts',
    says: 'comments, likes and follows are read with the profile and the posts',
    rule: 'pattern/over-read',
  },
  {
    design: 'mcp-social-media',
    on: 'get_likes_after_prefix',
    says: 'nothing ends the range behind the likes, so the posts and the profile are read with them',
    rule: 'pattern/over-read',
  },
];
