// `singlet cost`: what a model costs a month, as text, Markdown or JSON.
// Deliberately succeeds for any model that can be read: what is not known is said, and is no failure.
import path from 'node:path';
import type { CostOptions } from '../../core/analysis/cost/options.ts';
import { pricedRegions } from '../../core/facts/prices/price-list.ts';
import { nearest } from '../../core/model/suggest.ts';
import { createSnapshot } from '../../core/snapshot.ts';
import { didYouMean } from '../../core/text/words.ts';
import { priceLists } from '../../protocol/settings.ts';
import type { Arguments, Command } from '../command.ts';
import { nameOf } from '../find-models.ts';
import { type ExitCode, exitCodes, type Io } from '../io.ts';
import { readModel, readStdin } from '../read-model.ts';
import { costJson } from '../report/cost-json.ts';
import { costReport } from '../report/cost-report.ts';
import { markdownReport, textReport } from '../report/tables.ts';

export const cost: Command = {
  name: 'cost',
  summary: 'Print what a model costs a month.',
  operands: 'FILE',
  least: 1,
  most: 1,
  about: [
    'FILE is a model, or - for standard input. The figures are by pattern, by index,',
    'by entity, in total, and under other ways of paying; then comes what the model',
    'does not say, with what to write.',
    '',
    'JSON has {"patterns":{NAME:{"route","perCall":{"readUnits","writeUnits",',
    '"byTarget":{}},"perMonth":{"usd","readUnits","writeUnits"},"steps":[]}},',
    '"entities":{NAME:{"itemBytes"}},"storage":{},"monthlyUsd","unknown":[]}, with',
    'null for what is not known. Units are plain numbers of read and write units, not',
    'millions; byTarget and storage are by index, and "table".',
  ],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['text', 'markdown', 'json'],
      help: 'text (default), markdown or json',
    },
    {
      name: 'prices',
      value: 'LIST',
      choices: [...priceLists.keys()],
      help: 'the price list: current (default), or before-2024-11,\nwhen on-demand requests cost twice as much',
    },
    {
      name: 'region',
      value: 'REGION',
      help: 'the Region of a model that names none\n(us-east-1 unless given)',
    },
    { name: 'free-tier', help: 'take the free tier off: the table has it to itself' },
    {
      name: 'gb',
      value: 'BYTES',
      choices: ['2^30', '1e9'],
      help: 'what a billed GB is: 2^30 bytes (default) or 1e9',
    },
  ],
  check({ options }) {
    const region = options.get('region');
    return region === undefined || pricedRegions.includes(region)
      ? undefined
      : `No price is known in ${region}.${didYouMean(nearest(region, pricedRegions))}`;
  },
  run: runCost,
};

function costOptions(options: Arguments['options']): CostOptions {
  const list = priceLists.get(options.get('prices') ?? '');
  const region = options.get('region');
  return {
    ...(list && { prices: { list } }),
    ...(region !== undefined && { region }),
    ...(options.has('free-tier') && { freeTier: true }),
    ...(options.get('gb') === '1e9' && { gigabyte: 'decimal' as const }),
  };
}

async function runCost({ operands: [file = '-'], options }: Arguments, io: Io): Promise<ExitCode> {
  const source = path.resolve(io.cwd, file);
  const name = file === '-' ? 'standard input' : nameOf(source, io.cwd);
  const model = file === '-' ? await readStdin(io) : await readModel(io, source);
  if (model.kind === 'unreadable') {
    io.stderr.write(`singlet: ${name}: ${model.message}\n`);
    return exitCodes.trouble;
  }
  if (model.warning) io.stderr.write(`singlet: ${name}: ${model.warning}\n`);
  const chosen = costOptions(options);
  const snapshot = createSnapshot(model.text, chosen);
  if (options.get('format') === 'json') {
    io.stdout.write(costJson(snapshot));
    return exitCodes.success;
  }
  const report = costReport(snapshot, chosen, options.get('prices') ?? 'current');
  io.stdout.write(options.get('format') === 'markdown' ? markdownReport(report) : textReport(report));
  return exitCodes.success;
}
