// Times every stage of a snapshot beside a bare parse of the same text by the `yaml` package.
// Deliberately without thresholds: the bench prints the figures, test/deep/speed.test.ts judges them.
import { parseDocument } from 'yaml';
import { createSnapshot, type Snapshot } from '../../src/core/snapshot.ts';

/** In the order in which they build on each other, so that each is timed without those before it. */
const stages: readonly (readonly [name: string, force: (snapshot: Snapshot) => unknown])[] = [
  ['parse', (snapshot) => snapshot.tree],
  ['shape', (snapshot) => snapshot.shape],
  ['model', (snapshot) => snapshot.model],
  ['design', (snapshot) => snapshot.design],
  ['routes', (snapshot) => snapshot.routes],
  ['sizes and units', ({ sizes, units, design }) => [sizes, design.patterns.map((each) => units.get(each))]],
  ['samples', (snapshot) => snapshot.samples],
  ['proofs', ({ proofs }) => [proofs.collisions, proofs.ambiguities, proofs.lostIdentities, proofs.reads]],
  ['rules', (snapshot) => snapshot.report],
];

export const stageNames: readonly string[] = stages.map(([name]) => name);

/** Milliseconds of processor time. */
export interface Timing {
  readonly bare: number;
  /** By the names of `stageNames`. */
  readonly stages: ReadonlyMap<string, number>;
  /** Everything beyond the bare parse, our own part of `parse` included. */
  readonly beyond: number;
  /** What an edit waits for beyond the bare parse: the findings, and no more than they ask for. */
  readonly findings: number;
  readonly total: number;
}

/** Processor time, as wall-clock time tells more of what else the machine does. */
function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function once(text: string): readonly number[] {
  const snapshot = createSnapshot(text);
  const bare = timed(() => parseDocument(text, { uniqueKeys: false }));
  const edited = createSnapshot(text);
  return [bare, timed(() => edited.report), ...stages.map(([, force]) => timed(() => force(snapshot)))];
}

const quartile = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 2] ?? Number.NaN;

/** The lower quartiles of so many runs, after one that is not counted: what is slower is the machine's doing, not ours. */
export function timeStages(text: string, runs: number): Timing {
  once(text);
  const all = Array.from({ length: runs }, () => once(text));
  const [bare = Number.NaN, edit = Number.NaN, ...each] = [-2, -1, ...stages.keys()].map((i) =>
    quartile(all.map((run) => run[i + 2] ?? 0)),
  );
  const total = each.reduce((sum, value) => sum + value, 0);
  return {
    bare,
    stages: new Map(stageNames.map((name, i) => [name, each[i] ?? Number.NaN])),
    beyond: total - bare,
    findings: edit - bare,
    total,
  };
}
