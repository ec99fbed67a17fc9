// The help texts, made from the table of commands.
// Deliberately within 80 columns and without colours, so that they read the same in a README.
import type { Command, Option } from './command.ts';

/** What the exit codes mean; `fails` is what 1 does. */
const exits = (fails: string | undefined): readonly string[] => [
  'Exit codes:',
  ...columns([
    ['0', 'all is well'],
    ...(fails === undefined ? [] : [['1', fails] as const]),
    ['2', 'wrong usage, a file that cannot be read or written, or an internal error'],
  ]),
];

export function mainHelp(commands: readonly Command[]): string {
  return lines([
    'Checks DynamoDB single-table models (*.ddb.yaml) and generates tables from them.',
    '',
    'Usage: singlet COMMAND …',
    '',
    'Commands:',
    ...columns(commands.map(({ name, operands, summary }) => [`${name} ${operands}`.trimEnd(), summary])),
    '',
    'Options:',
    ...columns([
      ['--help, -h', 'this text; behind a command, that of the command'],
      ['--version', 'the version of Singlet'],
    ]),
    '',
    ...exits('the model is not good enough; the help of a command says when'),
  ]);
}

export function commandHelp(command: Command): string {
  const options = [...command.options.map(optionRow), ['--help, -h', 'this text'] as const];
  const usage = ['Usage: singlet', command.name, ...(command.options.length > 0 ? ['[OPTIONS]'] : [])];
  return lines([
    command.summary,
    '',
    [...usage, command.operands].join(' ').trimEnd(),
    '',
    ...command.about,
    ...(command.about.length > 0 ? [''] : []),
    'Options:',
    ...columns(options),
    '',
    ...exits(command.fails),
  ]);
}

const optionRow = ({ name, value, help }: Option): readonly [string, string] => [
  value === undefined ? `--${name}` : `--${name} ${value}`,
  help,
];

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;

/** Two columns; a line break in the second goes on below its beginning. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([first]) => first.length)) + 2;
  return rows.flatMap(([first, second]) =>
    second.split('\n').map((line, i) => `  ${(i === 0 ? first : '').padEnd(width)}${line}`),
  );
}
