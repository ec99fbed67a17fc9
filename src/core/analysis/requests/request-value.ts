// A value of a request before the caller's parameters are known, and as people read it.
// Deliberately data: what hovers print and what is sent with real parameters are made of the same.
import type { AttributeType, KeyType } from '../../model/model.ts';
import type { Operand } from '../../syntax/clause.ts';
import { printTemplate } from '../../syntax/print-template.ts';
import type { Template } from '../../syntax/template.ts';

export type RequestValue =
  /** The value of a key attribute: a template of parameters, constants already put in their place. */
  | { readonly kind: 'key'; readonly template: Template; readonly type: KeyType }
  /** What a clause compares with an attribute of this type. */
  | { readonly kind: 'operand'; readonly operand: Operand; readonly type: AttributeType | undefined };

/** A text as JavaScript writes it, the last character of Unicode visible. */
export const quoted = (text: string): string => JSON.stringify(text).replaceAll('\u{10FFFF}', '\\u{10FFFF}');

/** A value as one writes it in JavaScript: numbers and parameters that are numbers bare, all else in quotes. */
export function printRequestValue(value: RequestValue): string {
  return value.kind === 'key' ? keyText(value.template, value.type) : operandText(value.operand, value.type);
}

function keyText(template: Template, type: KeyType): string {
  const text = printTemplate(template);
  const [part, ...others] = template.parts;
  if (type !== 'number' || part === undefined || others.length > 0) return quoted(text);
  if (part.kind === 'literal') return text;
  return part.functions.length > 0 ? quoted(text) : part.name;
}

const isText = (type: AttributeType | undefined): boolean =>
  type === undefined || type === 'string' || type === 'string-set';

function operandText(operand: Operand, type: AttributeType | undefined): string {
  if (operand.kind === 'parameter') return isText(type) ? quoted(`\${${operand.name}}`) : operand.name;
  const isBare = !operand.quoted && (type === 'number' || type === 'number-set' || type === 'boolean');
  return isBare ? operand.text : quoted(operand.text);
}
