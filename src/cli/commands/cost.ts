// `singlet cost`: what a model costs a month, as text, Markdown or JSON.
// Deliberately succeeds for any model that can be read: what is not known is said, and is no failure.
import { priceNames } from '../../core/facts/prices/price.ts';
import { createSnapshot } from '../../core/snapshot.ts';
import type { Arguments, Command } from '../command.ts';
import { costOptions, readCostOptions } from '../cost-options.ts';
import { type ExitCode, exitCodes, type Io } from '../io.ts';
import { openModel } from '../open-model.ts';
import { costJson } from '../report/cost-json.ts';
import { costReport } from '../report/cost-report.ts';
import { markdownReport, textReport } from '../report/tables.ts';

/** Words in lines of at most 78 columns, indented. */
function wrapped(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 2 + word.length <= 78)
      lines[lines.length - 1] = `${line}, ${word}`;
    else lines.push(`  ${word}`);
  }
  return lines;
}

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
    'millions; byTarget and storage are by index, and "table". Storage has the size',
    'after a year, too, and with a local index the item collections of the table.',
    '',
    'The names of prices, for --price:',
    ...wrapped([...Object.keys(priceNames), 'dax.NODE']),
  ],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['text', 'markdown', 'json'],
      help: 'text (default), markdown or json',
    },
    ...costOptions,
  ],
  run: runCost,
};

async function runCost(args: Arguments, io: Io): Promise<ExitCode> {
  const {
    operands: [file = '-'],
    options,
  } = args;
  const model = await openModel(io, file);
  if (model === undefined) return exitCodes.trouble;
  const chosen = readCostOptions(args);
  const snapshot = createSnapshot(model.text, chosen);
  if (options.get('format') === 'json') {
    io.stdout.write(costJson(snapshot));
    return exitCodes.success;
  }
  const report = costReport(snapshot, chosen, options.get('prices') ?? 'current');
  io.stdout.write(options.get('format') === 'markdown' ? markdownReport(report) : textReport(report));
  return exitCodes.success;
}
