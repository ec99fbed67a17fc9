// A call of a pattern with its parameters chosen: what is given, of which item it was taken, and how people read it.
// Deliberately plain data; choose.ts makes calls, read.ts and the writes carry them out.
import type { Parameter } from '../../core/analysis/requests/concrete.ts';
import { printValue } from '../../core/analysis/samples/print-value.ts';
import type { Stored } from '../world.ts';

export type Given = ReadonlyMap<string, Parameter>;

export interface Call {
  readonly given: Given;
  /** The item from which the parameters were taken. */
  readonly seed: Stored;
}

const longest = 40;

function short(text: string): string {
  const signs = [...text];
  return signs.length > longest ? `${signs.slice(0, longest).join('')}…` : text;
}

/** `customerId = 42, total = 9`; empty where nothing is given. */
export const callLabel = (given: Given, names: Iterable<string>): string =>
  [...new Set(names)]
    .flatMap((name) => {
      const parameter = given.get(name);
      return parameter ? [`${name} = ${short(printValue(parameter.value))}`] : [];
    })
    .join(', ');
