// Values where no sample item gives one: what stands there says what belongs there.
// Deliberately of the right type, so that the call stays well-formed; `<orderId>` is no value that anyone has.
import type { DynamoValue } from '../analysis/capacity/item.ts';
import type { RequestValue } from '../analysis/requests/request-value.ts';
import { rendering } from '../analysis/routes/rendering.ts';
import { valueWith } from '../analysis/runs/values.ts';
import type { AttributeType } from '../model/model.ts';
import { type Call, templateOf } from './call.ts';

export function exampleOf(name: string, type: AttributeType | undefined): DynamoValue {
  const text = `<${name}>`;
  switch (type) {
    case 'number':
      return { type, value: '0' };
    case 'boolean':
      return { type, value: true };
    case 'null':
      return { type };
    case 'list':
      return { type, value: [] };
    case 'map':
      return { type, value: new Map() };
    case 'string-set':
      return { type, value: [text] };
    case 'number-set':
      return { type, value: ['0'] };
    case 'binary':
      return { type, value: new Uint8Array() };
    case 'binary-set':
      return { type, value: [new Uint8Array([0])] };
    default:
      return { type: 'string', value: text };
  }
}

/** The value with the call's arguments, and with examples where there are none. */
export function concreteValue({ args, formatOf }: Call, value: RequestValue): DynamoValue {
  const known = valueWith(value, args, formatOf);
  if (known) return known;
  const { template, type } = templateOf(value);
  const [part, ...others] = template.parts;
  if (part?.kind === 'placeholder' && others.length === 0) return exampleOf(part.name, type);
  const partText = (each: (typeof template.parts)[number]): string => {
    if (each.kind === 'literal') return each.text;
    const own = valueWith({ kind: 'key', template: rendering([each]), type: 'string' }, args, formatOf);
    return own?.type === 'string' ? own.value : `<${each.name}>`;
  };
  return { type: 'string', value: template.parts.map(partText).join('') };
}
