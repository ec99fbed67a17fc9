// What the guard of a conditional key says of an attribute: `when: status = PLACED` leaves one value.
// Deliberately only equalities with constants; what else a guard says is left open, which never makes a proof wrong.
import type { Attribute, Layout } from '../../model/design.ts';
import type { FunctionCall } from '../../syntax/template.ts';
import { applyCalls } from '../routes/functions.ts';
import { choice, text } from './automata/pattern.ts';
import type { Texts } from './domains/domain.ts';

/** The texts of `${attribute | calls}` in the items of the layout; undefined where its guard says nothing of them. */
export function guardedDomain(
  layout: Layout,
  attribute: Attribute,
  calls: readonly FunctionCall[],
): Texts | undefined {
  for (const { clause } of layout.variant?.when ?? []) {
    if (clause?.attribute !== attribute.name || clause.operator !== '=' || clause.functions.length > 0)
      continue;
    const values = clause.operands.flatMap((operand) => {
      if (operand.kind !== 'constant') return [];
      const value = attribute.type === 'number' ? Number(operand.text) : operand.text;
      return applyCalls(value, calls, attribute.format?.name) ?? [];
    });
    if (values.length < clause.operands.length) continue;
    const pattern = choice(values.map(text));
    return { all: pattern, plain: pattern, isOpen: false };
  }
  return undefined;
}
