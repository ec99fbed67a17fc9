// A key before and after an update, for messages: what stays, and what it should be.
// Deliberately undefined where no value can be made up: a wrong example is worse than none.

import type { DynamoValue } from '../../analysis/capacity/item.ts';
import { functionInput } from '../../analysis/samples/function-input.ts';
import { ownValues } from '../../analysis/samples/own-values.ts';
import { scalarValue } from '../../analysis/samples/scalar-value.ts';
import type { Attribute, Entity } from '../../model/design.ts';
import type { Action, ClauseDecl } from '../../model/model.ts';
import { renderTemplate } from '../../syntax/render-template.ts';
import type { Template } from '../../syntax/template.ts';

export interface KeyChange {
  readonly before: string;
  readonly after: string;
}

const rootOf = (attribute: Attribute): Attribute => {
  const [reference] = attribute.references;
  return reference === undefined ? attribute : rootOf(reference);
};

/** The n-th value of the attribute: of its enum in the order written, else made up. */
function nthValue(attribute: Attribute, n: number): DynamoValue | undefined {
  const values = attribute.sources.find(({ enumeration }) => enumeration !== undefined)?.enumeration;
  const listed = values?.[n % values.length];
  if (listed !== undefined) return scalarValue(String(listed.value), attribute.type);
  return ownValues(rootOf(attribute), { inPrimaryKey: false, timeToLive: false })(n);
}

type Moments = readonly [before: DynamoValue | undefined, after: DynamoValue | undefined];

const numberIn = (value: DynamoValue | undefined): number =>
  value?.type === 'number' ? Number(value.value) : 0;

/** A value before the update and one after it: the same unless it is touched, another if it is. */
function momentsOf(attribute: Attribute, action: Action): Moments {
  const [first, second] = [nthValue(attribute, 0), nthValue(attribute, 1)];
  const isIn = (decls: readonly ClauseDecl[]) =>
    decls.some(({ clause }) => clause?.attribute === attribute.name);
  if (isIn(action.add)) return numberIn(first) > numberIn(second) ? [second, first] : [first, second];
  const set = action.set.find(({ clause }) => clause?.attribute === attribute.name)?.clause;
  if (set === undefined) return [first, first];
  const [operand] = set.operands;
  const constant = operand?.kind === 'constant' ? scalarValue(operand.text, attribute.type) : undefined;
  if (constant === undefined) return [first, second];
  return JSON.stringify(constant) === JSON.stringify(first) ? [second, constant] : [first, constant];
}

/** Undefined where both are the same, or one cannot be rendered. */
export function keyChange(template: Template, entity: Entity, action: Action): KeyChange | undefined {
  const formatOf = (name: string) => entity.attributes.get(name)?.format?.name;
  const at = (moment: 0 | 1): string | undefined =>
    renderTemplate(
      template,
      (name) => {
        const attribute = entity.attributes.get(name);
        const value = attribute && momentsOf(attribute, action)[moment];
        return value && functionInput(value);
      },
      formatOf,
    );
  const [before, after] = [at(0), at(1)];
  return before === undefined || after === undefined || before === after ? undefined : { before, after };
}
