// What a table costs beside requests and storage: backups, streams, traffic between Regions, DAX.
// Deliberately only what the model or the options say there is; what is there without a figure is unknown.
import { freeTier } from '../../facts/prices/allowances.ts';
import type { StreamConsumer } from '../../model/model.ts';
import { printNumber } from '../../syntax/quantity.ts';
import type { Analysis } from '../analysis.ts';
import { exact, type Missing, rising, unknown } from '../capacity/quantity.ts';
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

function consumerCharge(consumer: StreamConsumer, analysis: Analysis, pricing: Pricing): readonly Charge[] {
  const { home, options } = pricing;
  if (consumer.kind === 'lambda') return [];
  const label = `stream to ${consumer.name}`;
  if (consumer.kind === 'kinesis') {
    const units = writeFlows(analysis).map((flow) => flow.units);
    const changes = added('changes, 1 KB each, rounded up', 'WCU/s', units);
    const parts = [changes, millionSeconds, pricing.price('stream.kinesis', home)];
    return [charge('streams', home, multiplied(label, 'USD/month', parts))];
  }
  const missing: Missing = {
    what: `how often ${consumer.name} reads the stream`,
    write: undefined,
    span: analysis.design.model.table?.span ?? { start: 0, end: 0 },
  };
  const { streamPolls } = options;
  const polls = given(
    'GetRecords calls',
    streamPolls === undefined ? unknown([missing]) : exact(streamPolls),
    'calls/s',
  );
  const perMonth = multiplied('calls a month, in units of 100,000', 'times', [
    polls,
    millionSeconds,
    given('times 100,000 in a million', 10, 'times'),
  ]);
  const allowance = freeTier.streamReads;
  const free = allowance.value / 100_000;
  const beyond = rising(perMonth.value, (calls) => Math.max(0, 1 - free / Math.max(calls, free)));
  const parts = [
    perMonth,
    pricing.price('stream.read', home),
    ...(options.freeTier
      ? [given(`beyond the free ${printNumber(allowance.value)} calls`, beyond, 'share')]
      : []),
  ];
  return [charge('streams', home, multiplied(label, 'USD/month', parts))];
}

/** Lambda functions read a stream for nothing; what else polls it pays by the call. */
export const streamCharges = (analysis: Analysis, pricing: Pricing): readonly Charge[] =>
  (analysis.design.model.table?.consumers ?? []).flatMap((consumer) =>
    consumerCharge(consumer, analysis, pricing),
  );

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
    span: reader.decl.nameSpan,
  };
  const price = dax
    ? pricing.price(`dax.${dax.node}`, pricing.home)
    : given('for an hour of a node', unknown([missing]), 'USD');
  const nodes = given('nodes', dax ? exact(dax.nodes) : unknown([missing], 1), 'times');
  return [charge('cache', pricing.home, multiplied('DAX nodes', 'USD/month', [nodes, hours, price]))];
}
