// The help texts, made from the table of commands.
// Deliberately within 80 columns and without colours, so that they read the same in a README.
import type { Command, Option } from './command.ts';

const exits = [
  'Exit codes:',
  '  0  nothing to complain of',
  '  1  the model has findings at or above the level of --fail-on, or nothing can',
  '     be generated from it',
  '  2  wrong usage, a file that cannot be read or written, or an internal error',
];

export function mainHelp(commands: readonly Command[]): string {
  return lines([
    'Singlet checks DynamoDB single-table models (*.ddb.yaml) and generates from them.',
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
    ...exits,
  ]);
}

export function commandHelp(command: Command): string {
  const options = [...command.options.map(optionRow), ['--help, -h', 'this text'] as const];
  const usage = ['Usage: singlet', command.name, ...(command.options.length > 0 ? ['[OPTIONS]'] : [])];
  return lines([
    `${command.summary}`,
    '',
    [...usage, command.operands].join(' ').trimEnd(),
    '',
    ...command.about,
    ...(command.about.length > 0 ? [''] : []),
    'Options:',
    ...columns(options),
    '',
    ...exits,
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
