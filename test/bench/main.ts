// `npm run bench`: what each stage costs beside a bare YAML parse, how it grows, and how long diagnostics take to come.
// Deliberately prints ratios within one run: milliseconds tell more of the machine than of the code.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createSnapshot } from '../../src/core/snapshot.ts';
import { engineBundles, timeEngineStart } from './engine-start.ts';
import { largeModel } from './large-model.ts';
import { timeEdits } from './over-stdio.ts';
import { stageNames, type Timing, timeStages } from './stages.ts';

const { values } = parseArgs({ options: { lines: { type: 'string', default: '500,2500,9800,15000' } } });
const sizes = values.lines.split(',').map(Number);
const server = 'dist/server.cjs';

const cell = (value: number, digits = 2): string => value.toFixed(digits).padStart(9);
const row = (label: string, cells: readonly string[]): void => console.log(label.padEnd(26) + cells.join(''));

const texts = sizes.map(largeModel);
// Small texts first warm up the compiler for all of them, so that no stage pays for being the first.
for (let i = 0; i < 5; i++) timeStages(largeModel(500), 1);
const timings: readonly Timing[] = texts.map((text) => timeStages(text, text.length > 200_000 ? 5 : 15));
/** What a hundredfold text should not surprise: the same text beside one of a tenth of it. */
const last = timings.at(-1);
const tenth = timeStages(largeModel((sizes.at(-1) ?? 0) / 10), 11);
const growth = (of: (timing: Timing) => number): string => cell(last ? of(last) / of(tenth) : Number.NaN, 1);

row('lines', [...texts.map((text) => cell(text.split('\n').length, 0)), '  10× text']);
const designs = texts.map((text) => createSnapshot(text).design);
row(
  'entities',
  designs.map(({ entities }) => cell(entities.size, 0)),
);
row(
  'access patterns',
  designs.map(({ patterns }) => cell(patterns.length, 0)),
);
row(
  'bare parse (CPU ms)',
  timings.map(({ bare }) => cell(bare, 1)),
);
row('bare parse = 1', [...timings.map(() => cell(1)), growth(({ bare }) => bare)]);
for (const name of stageNames) {
  const of = ({ stages }: Timing): number => stages.get(name) ?? Number.NaN;
  row(name, [...timings.map((timing) => cell(of(timing) / timing.bare)), growth(of)]);
}
row('all beyond the bare parse', [
  ...timings.map(({ beyond, bare }) => cell(beyond / bare)),
  growth(({ beyond }) => beyond),
]);
row('findings alone, beyond it', [
  ...timings.map(({ findings, bare }) => cell(findings / bare)),
  growth(({ findings }) => findings),
]);
row('all', [...timings.map(({ total, bare }) => cell(total / bare)), growth(({ total }) => total)]);

if (existsSync(server)) {
  const edits: number[] = [];
  for (const text of texts) edits.push(await timeEdits(server, text));
  row(
    'edit to diagnostics',
    edits.map((time, i) => cell(time / (timings[i]?.bare ?? Number.NaN))),
  );
} else {
  console.log(`edit to diagnostics: build first (${server} is not there)`);
}

if (engineBundles.every(existsSync)) {
  const { nothing, engine, sdk } = await timeEngineStart();
  console.log();
  row('empty thread (ms)', [cell(nothing, 1)]);
  row('empty thread = 1', [cell(1)]);
  row('embedded engine is there', [cell(engine / nothing)]);
  row('AWS SDK is loaded', [cell(sdk / nothing)]);
} else {
  console.log("engine's start: build first");
}
