// Runs one command line: finds the command, parses, runs, and answers what is none.
// Deliberately without the process; main.ts gives it the real one.
import { version } from '../../package.json';
import { nearest } from '../core/model/suggest.ts';
import { didYouMean } from '../core/text/words.ts';
import type { Command } from './command.ts';
import { commands as allCommands } from './commands.ts';
import { commandHelp, mainHelp } from './help.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { parseArguments } from './parse-arguments.ts';

/** @param words without node and the script; never rejects */
export async function run(
  words: readonly string[],
  io: Io,
  commands: readonly Command[] = allCommands,
): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === undefined) {
    io.stderr.write(mainHelp(commands));
    return exitCodes.trouble;
  }
  if (first === '--help' || first === '-h') {
    io.stdout.write(mainHelp(commands));
    return exitCodes.success;
  }
  if (first === '--version') {
    io.stdout.write(`${version}\n`);
    return exitCodes.success;
  }
  const command = commands.find((each) => each.name === first);
  if (command === undefined) {
    const isOption = first.startsWith('-');
    const candidates = isOption ? ['--help', '--version'] : commands.map((each) => each.name);
    const suggestion = didYouMean(nearest(first, candidates));
    return misused(io, 'singlet', `Unknown ${isOption ? 'option' : 'command'} ${first}.${suggestion}`);
  }
  const parsed = parseArguments(command, rest);
  switch (parsed.kind) {
    case 'help':
      io.stdout.write(commandHelp(command));
      return exitCodes.success;
    case 'wrong':
      return misused(io, `singlet ${command.name}`, parsed.message);
    case 'arguments':
      try {
        return await command.run(parsed.args, io);
      } catch (error) {
        io.stderr.write(`singlet ${command.name}: internal error: ${stackOf(error)}\n`);
        return exitCodes.trouble;
      }
  }
}

function misused(io: Io, usage: string, message: string): ExitCode {
  io.stderr.write(`${usage}: ${message}\n${usage} --help says more.\n`);
  return exitCodes.trouble;
}

/** For a bug report. */
const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
