// The contract of a command: what it is called, what it takes, what it does.
// Deliberately data beside one function: parsing, help and suggestions are made from it alike for all commands.
import type { ExitCode, Io } from './io.ts';

export interface Option {
  /** Without the dashes. */
  readonly name: string;
  /** What stands behind it in the help, e.g. `FILE`; none for a switch. */
  readonly value?: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  /** It may stand more than once, and each counts; of the others the last does. */
  readonly repeats?: boolean;
  /** What is wrong with a value, if anything. */
  readonly problem?: (value: string) => string | undefined;
  readonly help: string;
}

export interface Arguments {
  readonly operands: readonly string[];
  /** By name; a switch that is given is an empty text. */
  readonly options: ReadonlyMap<string, string>;
  /** Of those that may stand more than once all values, in the order in which they stand. */
  readonly repeated: ReadonlyMap<string, readonly string[]>;
}

export interface Command {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** What follows the name in the help, e.g. `TARGET FILE`. */
  readonly operands: string;
  /** How many operands it takes. */
  readonly least: number;
  readonly most: number;
  /** Lines below the usage. */
  readonly about: readonly string[];
  readonly options: readonly Option[];
  /** When it ends with 1; none where it never does. */
  readonly fails?: string;
  /** What is wrong with the arguments together, if anything. */
  check?(args: Arguments): string | undefined;
  run(args: Arguments, io: Io): Promise<ExitCode>;
}
