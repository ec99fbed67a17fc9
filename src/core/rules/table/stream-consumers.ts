// table/stream-consumers: consumers of a stream that is not there, that lacks what they need, or that has too many of them.
// Deliberately does not count Kinesis data streams: DynamoDB writes those itself, and they read no shard.
import { limits } from '../../facts/limits.ts';
import type { StreamConsumer, StreamView, TableDecl } from '../../model/model.ts';
import { insertEntry } from '../../syntax/edit-yaml.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type Problem } from '../rule.ts';

interface Data {
  /** What the stream would have to carry; undefined where nothing is to be changed. */
  readonly view: StreamView | undefined;
}

export const streamConsumers = defineRule<Data>({
  id: 'table/stream-consumers',
  title: 'A stream that does not serve its consumers',
  why: `What a stream carries of each change is fixed when it is made: a consumer that needs more gets nothing of it. At most ${limits.streamReaders.value} processes read one shard at a time, and AWS advises ${limits.streamReadersOfGlobalTable.value} in a global table; more are throttled (DynamoDB developer guide, quotas, as of 2026).`,
  remedy:
    'Write `stream: new-and-old-images`, or as little as all consumers need. For more than two, let one of them pass the changes on, or use Kinesis Data Streams.',
  severity: 'error',
  *check({ model: { table } }) {
    if (table === undefined || table.consumers.length === 0) return;
    const { stream, consumers } = table;
    const names = listOf(consumers.map(({ name }) => name));
    const span = entryOf(table.node, 'consumers')?.key.span ?? table.span;
    if (stream === undefined) {
      yield {
        span,
        message: `The table has no stream for ${names} to read. Write stream: ${wanted(consumers)}.`,
        data: { view: wanted(consumers) },
      };
    } else yield* lackings(table, stream, span);
    yield* tooMany(table, span);
  },
  fixes({ data: { view } }, { text, model: { table } }) {
    if (view === undefined || table === undefined) return [];
    const written = entryOf(table.node, 'stream')?.value;
    const edits =
      written === undefined
        ? insertEntry(text, table.node, 'stream', view)
        : [{ span: written.alias ?? written.span, newText: view }];
    return [{ title: `Write stream: ${view}`, edits, preferred: true }];
  },
});

const both: StreamView = 'new-and-old-images';

const carries = (stream: StreamView, view: StreamView): boolean =>
  view === stream || view === 'keys-only' || stream === both;

/** As little as serves all of them. */
function wanted(consumers: readonly StreamConsumer[]): StreamView {
  const views = new Set(consumers.flatMap(({ view }) => view ?? []));
  const [first, second] = [...views].filter((view) => view !== 'keys-only');
  return views.size === 0 || second !== undefined ? both : (first ?? 'keys-only');
}

function* lackings({ consumers, node }: TableDecl, stream: StreamView, span: Span): Iterable<Problem<Data>> {
  const lacking = consumers.filter(({ view }) => view !== undefined && !carries(stream, view));
  if (lacking.length === 0) return;
  const needs = lacking.map(({ name, view }) => `${name} needs ${view}`);
  const entry = entryOf(node, 'stream');
  const view = carries(stream, wanted(consumers))
    ? both
    : wanted([...consumers, { name: '', kind: undefined, view: stream }]);
  yield {
    span,
    message: `The stream carries ${stream}, and ${listOf(needs)}. Write stream: ${view}.`,
    data: { view },
    related: entry === undefined ? [] : [{ span: entry.span, message: 'what the stream carries' }],
  };
}

function* tooMany({ consumers, replicas }: TableDecl, span: Span): Iterable<Problem<Data>> {
  const readers = consumers.filter(({ kind }) => kind !== 'kinesis');
  const isGlobal = replicas.length > 0;
  const most = isGlobal ? limits.streamReadersOfGlobalTable.value : limits.streamReaders.value;
  if (readers.length <= most) return;
  const names = listOf(readers.map(({ name }) => name));
  const severity =
    readers.length > limits.streamReaders.value ? ('warning' as const) : ('information' as const);
  yield {
    span,
    severity,
    message: `${names} read one stream, and a shard ${isGlobal ? `of a global table is best read by ${most}` : `serves ${most} at a time`}: more are throttled. Let one pass the changes on, or use Kinesis Data Streams.`,
    data: { view: undefined },
  };
}
