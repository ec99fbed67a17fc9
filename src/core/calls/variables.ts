// The variables of a call in a programming language: one for each parameter, with a sample value and what it is.
// Deliberately a variable of its own for what functions make of a parameter: no language has `pad` and `shard` of ours.
import type { DynamoValue } from '../analysis/capacity/item.ts';
import type { RequestValue } from '../analysis/requests/request-value.ts';
import { rendering } from '../analysis/routes/rendering.ts';
import { valueWith } from '../analysis/runs/values.ts';
import type { AttributeType } from '../model/model.ts';
import { printTemplate } from '../syntax/print-template.ts';
import type { Placeholder } from '../syntax/template.ts';
import { type Call, templateOf } from './call.ts';
import { exampleOf } from './examples.ts';
import { type Input, inputOf } from './input.ts';

export interface Variable {
  readonly identifier: string;
  readonly value: DynamoValue;
  /** Beside the value: `itemId | pad(4)`, or that no sample has one; empty where the name says it all. */
  readonly remark: string;
}

export interface Variables {
  readonly all: readonly Variable[];
  /** The variable of a placeholder that is a value of its own, or stands among text. */
  readonly of: (placeholder: Placeholder, among: 'alone' | 'text') => Variable;
}

/** How a language names its variables. */
export interface Naming {
  /** Letters, digits and underscores. */
  readonly identifier: (words: string) => string;
  /** Words that are no names. */
  readonly reserved: ReadonlySet<string>;
}

/** Printed into a text, the value is what DynamoDB has. */
const isPlain = (value: DynamoValue | undefined): boolean =>
  value === undefined ||
  value.type === 'string' ||
  (value.type === 'number' && /^(?:0|-?[1-9]\d{0,14})$/.test(value.value));

function freeIdentifier(words: string, { identifier, reserved }: Naming, taken: ReadonlySet<string>): string {
  const own = identifier(words);
  const start = /^[A-Za-z_]/.test(own) ? own : `value${own}`;
  let free = reserved.has(start) ? `${start}_` : start;
  for (let n = 2; taken.has(free); n++) free = `${start}${n}`;
  return free;
}

function valuesIn(input: Input): readonly RequestValue[] {
  switch (input.kind) {
    case 'attribute':
      return [input.value];
    case 'record':
      return input.entries.flatMap(([, value]) => valuesIn(value));
    case 'list':
      return input.items.flatMap(valuesIn);
    default:
      return [];
  }
}

const noSample = 'no sample item has one';

/** The variables of several calls, those of the same parameter shared while its value is the same. */
export function variablesOf(call: Call, naming: Naming, taken: Set<string> = new Set()): Variables {
  const { args, formatOf } = call;
  const known = new Map<string, Variable>();
  const add = (id: string, words: string, value: DynamoValue, remark: string): Variable => {
    const identifier = freeIdentifier(words, naming, taken);
    taken.add(identifier);
    const variable = { identifier, value, remark };
    known.set(id, variable);
    return variable;
  };
  const plainVariable = (name: string, type: AttributeType | undefined): Variable => {
    const value = args.get(name);
    return known.get(name) ?? add(name, name, value ?? exampleOf(name, type), value ? '' : noSample);
  };
  const madeVariable = (placeholder: Placeholder): Variable => {
    const { name, functions } = placeholder;
    const source = printTemplate(rendering([placeholder])).slice(2, -1);
    const words =
      functions.length === 0
        ? [name, 'text']
        : [name, ...functions.flatMap((each) => [each.name, ...each.args])];
    const value = valueWith(
      { kind: 'key', template: rendering([placeholder]), type: 'string' },
      args,
      formatOf,
    );
    const remark = functions.length === 0 ? `${source} as text` : source;
    return (
      known.get(`made ${source}`) ??
      add(`made ${source}`, words.join(' '), value ?? exampleOf(source, 'string'), remark)
    );
  };
  const of = (placeholder: Placeholder, among: 'alone' | 'text', type?: AttributeType): Variable => {
    const isItself =
      placeholder.functions.length === 0 && (among === 'alone' || isPlain(args.get(placeholder.name)));
    return isItself ? plainVariable(placeholder.name, type) : madeVariable(placeholder);
  };
  for (const value of inputOf(call).flatMap(([, each]) => valuesIn(each))) {
    const { template, type } = templateOf(value);
    const among = template.parts.length === 1 ? 'alone' : 'text';
    for (const part of template.parts) if (part.kind === 'placeholder') of(part, among, type);
  }
  return { all: [...known.values()], of };
}
