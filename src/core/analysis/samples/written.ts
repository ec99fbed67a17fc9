// Items that the user wrote under `samples`, as typed values.
// Deliberately reads numbers from the source text, so that no digit is lost.
import type { Entity } from '../../model/design.ts';
import type { MapNode, Node, ScalarNode } from '../../syntax/tree.ts';
import type { DynamoValue } from '../capacity/item.ts';
import { numberText, scalarValue } from './scalar-value.ts';

/** The values written, by attribute; what is null or empty is left out. */
export function writtenValues(entity: Entity, node: MapNode): ReadonlyMap<string, DynamoValue> {
  return new Map(
    node.entries.flatMap(({ key, value }) => {
      const type = entity.attributes.get(key.source)?.type;
      const read = value && valueOfNode(value, type);
      return read ? [[key.source, read] as const] : [];
    }),
  );
}

function valueOfNode(node: Node, type: DynamoValue['type'] | undefined): DynamoValue | undefined {
  switch (node.kind) {
    case 'scalar':
      if (node.value === null && type !== 'null') return undefined;
      return (type && scalarValue(node.source, type)) ?? naturalValue(node);
    case 'map':
      return {
        type: 'map',
        value: new Map(
          node.entries.flatMap(({ key, value }) => {
            const inner = value && valueOfNode(value, undefined);
            return inner ? [[key.source, inner] as const] : [];
          }),
        ),
      };
    case 'list': {
      const items = node.items.flatMap((item) => item ?? []);
      const texts = items.flatMap((item) => (item.kind === 'scalar' ? [item.source] : []));
      if (type === 'string-set' && texts.length > 0) return { type, value: [...new Set(texts)] };
      if (type === 'number-set' && texts.length > 0) {
        return { type, value: [...new Set(texts.flatMap((text) => numberText(text) ?? []))] };
      }
      return { type: 'list', value: items.flatMap((item) => valueOfNode(item, undefined) ?? []) };
    }
  }
}

/** Where no type is declared: what YAML says it is. */
function naturalValue(node: ScalarNode): DynamoValue | undefined {
  if (typeof node.value === 'number') return scalarValue(node.source, 'number');
  if (typeof node.value === 'boolean') return { type: 'boolean', value: node.value };
  return { type: 'string', value: node.source };
}
