// From the words behind a command to its options and operands, or to what is wrong with them.
// Deliberately on `util.parseArgs` for the splitting alone: its messages know no suggestions.
import { parseArgs } from 'node:util';
import { nearest } from '../core/model/suggest.ts';
import { counted, didYouMean, listOf } from '../core/text/words.ts';
import type { Arguments, Command, Option } from './command.ts';

export type Parsed =
  | { readonly kind: 'arguments'; readonly args: Arguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const wrong = (message: string): Parsed => ({ kind: 'wrong', message });

export function parseArguments(command: Command, words: readonly string[]): Parsed {
  const known = new Map(command.options.map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...words],
    options: {
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(
        command.options.map(({ name, value }) => [name, { type: value ? 'string' : 'boolean' } as const]),
      ),
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return { kind: 'help' };
  const options = new Map<string, string>();
  const repeated = new Map<string, readonly string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = known.get(token.name);
    if (option === undefined || !token.rawName.startsWith('--')) {
      const suggestion = nearest(token.name, known.keys());
      return wrong(
        `Unknown option ${token.rawName}.${didYouMean(suggestion === undefined ? undefined : `--${suggestion}`)}`,
      );
    }
    const problem = valueProblem(option, token.value);
    if (problem) return wrong(problem);
    const value = token.value ?? '';
    if (option.repeats) repeated.set(option.name, [...(repeated.get(option.name) ?? []), value]);
    options.set(option.name, value);
  }
  const args: Arguments = { operands, options, repeated };
  const problem = operandProblem(command, operands) ?? command.check?.(args);
  return problem ? wrong(problem) : { kind: 'arguments', args };
}

function valueProblem(option: Option, given: string | undefined): string | undefined {
  const { name, value, choices } = option;
  if (value === undefined) return given === undefined ? undefined : `--${name} takes no value.`;
  if (given === undefined || given === '') {
    return `--${name} needs a value${choices ? `: ${listOf(choices, 'or')}` : ` (${value})`}.`;
  }
  if (choices === undefined) return option.problem?.(given);
  if (choices.includes(given)) return undefined;
  return `--${name} takes ${listOf(choices, 'or')}, not ${given}.${didYouMean(nearest(given, choices))}`;
}

function operandProblem({ operands, least, most }: Command, given: readonly string[]): string | undefined {
  if (given.length < least)
    return `${operands} is missing something: ${counted(given.length, 'word')} given.`;
  const extra = given[most];
  return extra === undefined ? undefined : `${JSON.stringify(extra)} is one too many.`;
}
