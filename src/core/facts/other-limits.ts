// Limits of DynamoDB that no model can meet: of changes, of time, of an account, of what a call says beside its keys.
// Deliberately apart from limits.ts, whose figures rules compare models with.
import { type Fact, fact } from './fact.ts';

export interface OtherLimit {
  readonly what: string;
  readonly fact: Fact<number | string>;
  /** Why a model does not show it. */
  readonly unchecked: string;
}

const change =
  'A model is one state of a table. What changes from one state to the next, and how often, it does not say.';
const growth =
  'A model says how many calls there are, not how their number rises from one minute to the next.';
const account = 'A model is one table; what else an account has, it does not say.';
const outside = 'The language has no word for it.';
const call = 'It is a choice of the application in each call, not of the design.';

const megabytes = 1024 ** 2;
const terabytes = 1024 ** 4;

const row = (what: string, of: Fact<number | string>, unchecked: string): OtherLimit => ({
  what,
  fact: of,
  unchecked,
});

export const otherLimits: readonly OtherLimit[] = [
  row('Indexes created or deleted in one UpdateTable', fact(1, 'indexes', 'api'), change),
  row('Keys and projection of a global index that exists', fact('fixed', '', 'toolkit'), change),
  row('Local indexes of a table that exists', fact('fixed', '', 'guide'), change),
  row('Decreases of provisioned capacity', fact(27, 'a day', 'guide'), change),
  row('Changes from provisioned to on-demand', fact(4, 'in 24 hours', 'guide'), change),
  row('Changes of the table class', fact(2, 'in 30 days', 'guide2023'), change),
  row('Switching time to live on or off', fact(1, 'an hour', 'guide'), change),
  row('Writes of a new on-demand table at once', fact(4000, 'WRU per second', 'guide2023'), growth),
  row('Reads of a new on-demand table at once', fact(12_000, 'RRU per second', 'guide2023'), growth),
  row('Growth of on-demand traffic in 30 minutes', fact(2, 'times the previous peak', 'guide2023'), growth),
  row('Unused capacity that a burst can use', fact(300, 'seconds', 'guide2023'), growth),
  row('Warm throughput, which never decreases', fact('as set', '', 'guide'), outside),
  row('Tables of an account in a Region', fact(2500, 'tables', 'reference', 'high', 'Adjustable.'), account),
  row(
    'Concurrent operations on tables',
    fact(500, 'operations', 'reference', 'high', 'Adjustable.'),
    account,
  ),
  row('Concurrent creations of tables with indexes', fact(250, 'operations', 'api', 'medium'), account),
  row('Reserved capacity', fact(1_000_000, 'units', 'guide'), account),
  row('Nodes of DAX in a Region', fact(50, 'nodes', 'guide'), account),
  row('Import jobs at a time', fact(50, 'jobs', 'guide'), account),
  row('Size of an import', fact(15 * terabytes, 'B', 'guide', 'high', '1 TB in most Regions.'), outside),
  row('Objects of an import', fact(50_000, 'objects', 'guide'), outside),
  row('Export jobs at a time', fact(300, 'jobs', 'guide'), account),
  row('Size of all exports at a time', fact(100 * terabytes, 'B', 'guide'), account),
  row('Period of an incremental export', fact('15 minutes to 24 hours', '', 'guide'), outside),
  row('Global tables with strong consistency', fact(400, 'tables', 'guide'), account),
  row('Data that a new replica takes in', fact(10 * terabytes, 'B a day', 'guide'), change),
  row('Size of a resource policy', fact(20 * 1024, 'B', 'api'), outside),
  row('Tags of a table', fact(50, 'tags', 'general', 'medium'), outside),
  row('Length of a client request token', fact(36, 'characters', 'api'), call),
  row('Time for which a client request token holds', fact(10, 'minutes', 'guide2023'), call),
  row('Segments of a parallel scan', fact(1_000_000, 'segments', 'api'), call),
  row(
    'Length of a placeholder in an expression',
    fact(255, 'B', 'guide'),
    'Placeholders are the application’s own; those of printed calls are like the names of the attributes.',
  ),
  row(
    'Size of all values in an expression',
    fact(2 * megabytes, 'B', 'guide'),
    'Values that are stored fit an item, of which cost/item-too-large speaks; a hundred that are compared would have to be longer than any key.',
  ),
  row(
    'Reserved words',
    fact(573, 'words', 'guide2023'),
    'They are refused only where an expression names them plainly; every expression that Singlet prints has placeholders.',
  ),
  row(
    'Strongly consistent reads',
    fact('tables and local indexes only', '', 'api'),
    'It is no figure: `consistency: strong` of a global index is pattern/not-served, and read/may-miss-write asks where it is needed.',
  ),
  row(
    'Writes of a provisioned table with a stream',
    fact(40_000, 'WCU per second', 'guide', 'high', 'Adjustable.'),
    'The same as the quota of every table, of which cost/over-quota speaks.',
  ),
];
