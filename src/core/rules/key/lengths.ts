// How short and how long the value of a key template can be, from the declarations of its attributes.
// Deliberately in UTF-8 bytes, and undefined where nothing bounds it: unknown is never 0.
import { templateFunctions } from '../../facts/functions.ts';
import type { Entity, KeyPart } from '../../model/design.ts';
import type { Placeholder } from '../../syntax/template.ts';
import { utf8Length } from '../../text/utf8.ts';

/** The values that a declaration lists, if it does. */
function listed(entity: Entity, name: string): readonly string[] | undefined {
  const sources = entity.attributes.get(name)?.sources;
  const source = sources?.find((each) => each.enumeration !== undefined || each.constant !== undefined);
  if (source?.constant) return [String(source.constant.value)];
  return source?.enumeration?.map((each) => String(each.value));
}

/** True only where the declaration allows a value without any text. */
export function canBeEmpty(entity: Entity, placeholder: Placeholder): boolean {
  const attribute = entity.attributes.get(placeholder.name);
  if (attribute === undefined || attribute.type !== 'string' || attribute.format) return false;
  if (placeholder.functions.some((call) => templateFunctions.get(call.name)?.output(call.args) === 'digits'))
    return false;
  const values = listed(entity, placeholder.name);
  if (values) return values.includes('');
  return attribute.sources.some(
    (source) => source.minSize === 0 || source.size === 0 || source.maxSize === 0,
  );
}

/** The longest value in bytes; undefined where an attribute is not bounded. */
export function longest(entity: Entity, part: KeyPart): number | undefined {
  let total = 0;
  for (const each of part.template.parts) {
    if (each.kind === 'literal') {
      total += utf8Length(each.text);
      continue;
    }
    const attribute = entity.attributes.get(each.name);
    const values = listed(entity, each.name);
    const most =
      attribute?.sources.find((source) => source.maxSize !== undefined)?.maxSize ??
      (values && Math.max(...values.map(utf8Length))) ??
      attribute?.format?.bytes.max;
    if (most === undefined || most === null) return undefined;
    total += most;
  }
  return total;
}

/** The bytes that the literals alone take. */
export const literalBytes = (part: KeyPart): number =>
  part.template.parts.reduce((sum, each) => sum + (each.kind === 'literal' ? utf8Length(each.text) : 0), 0);
