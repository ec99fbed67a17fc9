// What the caller gives in a witness, as values: of the type that the pattern's own clauses say.
// Deliberately leaves nothing out: a bound of which the proof says nothing is taken from the item, so that it meets it.
import type { DynamoValue } from '../../core/analysis/capacity/item.ts';
import type { Parameter } from '../../core/analysis/requests/concrete.ts';
import { bind } from '../../core/analysis/routes/bind.ts';
import { clausesOf } from '../../core/analysis/routes/clauses.ts';
import type { KeyCondition } from '../../core/analysis/routes/route.ts';
import { scalarValue } from '../../core/analysis/samples/scalar-value.ts';
import type { ActionUse } from '../../core/model/actions.ts';
import type { Attribute } from '../../core/model/design.ts';
import type { Given } from '../calls/call.ts';
import { otherValue, smallerValue } from '../calls/satisfy.ts';
import { operandsOf } from '../oracle/clauses.ts';
import type { Stored } from '../world.ts';
import type { WitnessRead } from './evidence.ts';

/** The attribute with which a parameter is compared, or else that of its name. */
function attributeOf({ action, entities }: ActionUse, name: string): Attribute | undefined {
  const clauses = clausesOf(action.where);
  const [compared] = entities.flatMap((entity) =>
    bind(clauses, entity, entities).givens.flatMap(({ attribute, clause }) =>
      operandsOf(clause).some((operand) => operand.kind === 'parameter' && operand.name === name)
        ? [attribute]
        : [],
    ),
  );
  return compared ?? entities.flatMap((entity) => entity.attributes.get(name) ?? [])[0];
}

export function givenOf({ use, route, parameters }: WitnessRead, { item }: Stored): Given {
  const given = new Map<string, Parameter>();
  const add = (name: string, value: DynamoValue | undefined): void => {
    if (value && !given.has(name)) given.set(name, { value, format: attributeOf(use, name)?.format?.name });
  };
  for (const [name, text] of parameters) {
    add(name, scalarValue(text, attributeOf(use, name)?.type) ?? { type: 'string', value: text });
  }
  for (const condition of [...route.partition, ...route.sort]) {
    const own = item.get(condition.key.name);
    for (const { parts } of condition.values) {
      const [only] = parts;
      if (parts.length === 1 && only?.kind === 'placeholder' && own) add(only.name, bound(condition, own));
    }
  }
  return given;
}

/** A bound that the value keeps to. */
function bound({ operator }: KeyCondition, own: DynamoValue): DynamoValue {
  switch (operator) {
    case '>':
      return smallerValue(own);
    case '<':
      return otherValue(own);
    default:
      return own;
  }
}
