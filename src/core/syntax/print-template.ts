// Writes a template as text, the way it is written by hand: `ORDER#${orderId | pad(10)}`.
// Deliberately does no YAML quoting; edit-yaml.ts does.
import type { FunctionCall, Template } from './template.ts';

/** The text that parses to this template. */
export function printTemplate(template: Template): string {
  let result = '';
  let literal = '';
  for (const part of template.parts) {
    if (part.kind === 'literal') {
      literal += part.text;
    } else {
      result += escapeLiteral(literal, true);
      result += `\${${part.name}${printFunctions(part.functions)}}`;
      literal = '';
    }
  }
  return result + escapeLiteral(literal, false);
}

/** ` | pad(4) | upper`, with the leading space; empty without functions. */
export function printFunctions(functions: readonly FunctionCall[]): string {
  return functions.map((call) => ` | ${printCall(call)}`).join('');
}

/** `pad(4)`, or `upper`. */
export const printCall = ({ name, args }: Pick<FunctionCall, 'name' | 'args'>): string =>
  args.length > 0 ? `${name}(${args.join(', ')})` : name;

/** Doubles the `$` that stand directly before a `{`, be it the literal's own or that of the next placeholder. */
function escapeLiteral(text: string, beforePlaceholder: boolean): string {
  const escaped = text.replace(/(?<!\$)\$+(?=\{)/g, (run) => run + run);
  return beforePlaceholder ? escaped.replace(/(?<!\$)\$+$/, (run) => run + run) : escaped;
}
