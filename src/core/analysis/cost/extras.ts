// What a table costs beside requests and storage: backups, streams, traffic between Regions, DAX.
// Deliberately only what the model or the options say there is; what is there without a figure is unknown.
import { freeTier } from '../../facts/prices/allowances.ts';
import type { StreamConsumer } from '../../model/model.ts';
import { printNumber } from '../../syntax/quantity.ts';
import type { Analysis } from '../analysis.ts';
import { exact, type Missing, rising, sum, unknown } from '../capacity/quantity.ts';
import { added, given, multiplied, type Step } from '../capacity/step.ts';
import { type Charge, charge } from './charge.ts';
import { callsPerSecond } from './flows.ts';
import { hours, million, millionSeconds, type Pricing, perGigabyte } from './pricing.ts';
import type { Stored } from './storage.ts';

/** Point-in-time recovery and backups hold the table and its local indexes, but no global ones. */
export function backupCharges(
  { design }: Analysis,
  all: readonly Stored[],
  pricing: Pricing,
): readonly Charge[] {
  const held = all.filter(({ target }) => target.kind !== 'global');
  const size = added(
    'table and local indexes',
    'GB',
    held.map(({ gigabytes }) => gigabytes),
  );
  const recovered = design.model.table?.pointInTimeRecovery ? pricing.regions : [];
  const recovery = recovered.map((region) =>
    charge(
      region === pricing.home ? 'point-in-time-recovery' : 'replicas',
      region,
      multiplied(`point-in-time recovery in ${region}`, 'USD/month', [
        size,
        pricing.price('backup.point-in-time', region),
      ]),
    ),
  );
  const { backups = 0 } = pricing.options;
  if (backups === 0) return recovery;
  const copies = multiplied('backups', 'USD/month', [
    size,
    given('backups kept', backups, 'times'),
    pricing.price('backup.on-demand', pricing.home),
  ]);
  return [...recovery, charge('backups', pricing.home, copies)];
}

interface WriteFlow {
  /** Units on the table a second. */
  readonly units: Step;
  /** Bytes of items a second. */
  readonly bytes: Step;
}

/** The writes to the table, one by one, since transactions double units but not what streams and replicas carry. */
function writeFlows({ design, units }: Analysis): readonly WriteFlow[] {
  const table = design.table?.target;
  return design.patterns.flatMap((pattern) => {
    const calls = given('calls', callsPerSecond(pattern, 'rate'), 'calls/s');
    return units.get(pattern).parts.flatMap(({ resolved, kind, perCall }): readonly WriteFlow[] => {
      const write = perCall.byTarget.find(({ target }) => target === table)?.write;
      if (write === undefined || write.max === 0 || resolved.action.kind === 'check') return [];
      const isTransaction = kind === 'transactWrite';
      const { fails = 0 } = resolved.action;
      const half = isTransaction ? [given('without the transaction', 0.5, 'times')] : [];
      const succeeding = fails === 0 ? [] : [given('share of calls that succeed', 1 - fails, 'share')];
      const units = [given('a call', write, 'WCU'), calls, ...half, ...succeeding];
      const bytes = [given('written by a call', perCall.bytes, 'B'), calls, ...succeeding];
      return [
        { units: multiplied(pattern.name, 'WCU/s', units), bytes: multiplied(pattern.name, 'B', bytes) },
      ];
    });
  });
}

/** What a consumer that is no Lambda function and no Kinesis data stream calls in a month. */
function pollsOf(consumer: StreamConsumer, { design }: Analysis, { options }: Pricing): Step {
  const missing: Missing = {
    what: `how often ${consumer.name} reads the stream`,
    write: undefined,
    setting: { kind: 'stream-polls' },
    span: design.model.table?.span ?? { start: 0, end: 0 },
  };
  const { streamPolls } = options;
  const polls = streamPolls === undefined ? unknown([missing]) : exact(streamPolls);
  return multiplied('calls a month, in units of 100,000', 'times', [
    given('GetRecords calls', polls, 'calls/s'),
    millionSeconds,
    given('times 100,000 in a million', 10, 'times'),
  ]);
}

/** The share of all calls together that the free tier leaves to be paid. */
function beyondFreeCalls(all: readonly Step[], { options }: Pricing): readonly Step[] {
  if (!options.freeTier) return [];
  const allowance = freeTier.streamReads;
  const free = allowance.value / 100_000;
  const total = sum(all.map(({ value }) => value));
  const share = rising(total, (calls) => Math.max(0, 1 - free / Math.max(calls, free)));
  return [given(`beyond the free ${printNumber(allowance.value)} calls`, share, 'share')];
}

function kinesisCharge(consumer: StreamConsumer, analysis: Analysis, pricing: Pricing): Charge {
  const units = writeFlows(analysis).map((flow) => flow.units);
  const changes = added('changes, 1 KB each, rounded up', 'WCU/s', units);
  const parts = [changes, millionSeconds, pricing.price('stream.kinesis', pricing.home)];
  return charge('streams', pricing.home, multiplied(`stream to ${consumer.name}`, 'USD/month', parts));
}

/** Lambda functions read a stream for nothing; what else polls it pays by the call. */
export function streamCharges(analysis: Analysis, pricing: Pricing): readonly Charge[] {
  const consumers = analysis.design.model.table?.consumers ?? [];
  const polling = consumers
    .filter(({ kind }) => kind !== 'lambda' && kind !== 'kinesis')
    .map((consumer) => ({ consumer, polls: pollsOf(consumer, analysis, pricing) }));
  const free = beyondFreeCalls(
    polling.map(({ polls }) => polls),
    pricing,
  );
  return [
    ...consumers
      .filter(({ kind }) => kind === 'kinesis')
      .map((consumer) => kinesisCharge(consumer, analysis, pricing)),
    ...polling.map(({ consumer, polls }) => {
      const parts = [polls, pricing.price('stream.read', pricing.home), ...free];
      return charge('streams', pricing.home, multiplied(`stream to ${consumer.name}`, 'USD/month', parts));
    }),
  ];
}

/** Every byte written is sent to every replica. */
export function transferCharges(analysis: Analysis, pricing: Pricing): readonly Charge[] {
  const others = pricing.regions.filter((region) => region !== pricing.home);
  if (others.length === 0) return [];
  const bytes = added(
    'written a second',
    'B',
    writeFlows(analysis).map((flow) => flow.bytes),
  );
  const size = multiplied('sent a month', 'GB', [
    bytes,
    millionSeconds,
    million,
    perGigabyte(pricing.options),
  ]);
  return others.map((region) =>
    charge(
      'replicas',
      region,
      multiplied(`traffic to ${region}`, 'USD/month', [
        size,
        pricing.price('transfer.between-regions', pricing.home),
      ]),
    ),
  );
}

/** The nodes of a DAX cluster, where a pattern reads through one. */
export function cacheCharges({ design }: Analysis, pricing: Pricing): readonly Charge[] {
  const reader = design.patterns.find((pattern) => pattern.decl.cacheWith === 'dax');
  if (reader === undefined) return [];
  const { dax } = pricing.options;
  const missing: Missing = {
    what: 'how many DAX nodes of which type there are',
    write: undefined,
    setting: { kind: 'dax' },
    span: reader.decl.nameSpan,
  };
  const price = dax
    ? pricing.price(`dax.${dax.node}`, pricing.home)
    : given('for an hour of a node', unknown([missing]), 'USD');
  const nodes = given('nodes', dax ? exact(dax.nodes) : unknown([missing], 1), 'times');
  return [charge('cache', pricing.home, multiplied('DAX nodes', 'USD/month', [nodes, hours, price]))];
}
