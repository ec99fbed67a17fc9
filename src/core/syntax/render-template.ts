// Fills a template with values: `ORDER#${orderId | pad(6)}` with 42 is `ORDER#000042`.
// Deliberately all or nothing: where one value is missing or has no rendering, there is no key.
import { type FunctionInput, renderValue, templateFunctions } from '../facts/functions.ts';
import type { FunctionCall, Template } from './template.ts';

/** Numbers print as in JSON, booleans as true and false; `formatOf` tells what the number of a time format counts. */
export function renderTemplate(
  template: Template,
  valueFor: (name: string) => FunctionInput | undefined,
  formatOf?: (name: string) => string | undefined,
): string | undefined {
  let result = '';
  for (const part of template.parts) {
    if (part.kind === 'literal') {
      result += part.text;
      continue;
    }
    const value = valueFor(part.name);
    const text =
      value === undefined ? undefined : applyFunctions(value, part.functions, formatOf?.(part.name));
    if (text === undefined) return undefined;
    result += text;
  }
  return result;
}

/** The value after all functions, from left to right; undefined where one is unknown or does not take it. */
export function applyFunctions(
  value: FunctionInput,
  functions: readonly FunctionCall[],
  format: string | undefined,
): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  let current: FunctionInput | undefined = value;
  for (const [index, call] of functions.entries()) {
    const known = templateFunctions.get(call.name);
    current = known?.apply(current, call.args, index === 0 ? format : undefined);
    if (current === undefined) return undefined;
  }
  return renderValue(current);
}
