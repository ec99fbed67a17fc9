// Entities and what they reference: what stands in each box, which lines there are, how many items hang on one.
// Deliberately without places on paper; relations-layout.ts finds them.
import { quotient } from '../analysis/capacity/quantity.ts';
import { identityOf } from '../analysis/counts/identity.ts';
import type { Attribute, Entity } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import { printAmount, printNumber } from '../syntax/quantity.ts';
import { createPlaces } from './names.ts';
import { layoutRelations, type Relation } from './relations-layout.ts';
import type { NodeRow, RelationsView } from './view/relations.ts';

/** Beyond so many, a box says how many more attributes there are. */
const mostRows = 7;

export function relationsView(snapshot: Snapshot): RelationsView {
  const { design, sizes } = snapshot;
  const boxes = [...design.entities.values()].map((entity) => {
    const rows = rowsOf(entity);
    const items = sizes.counts.items(entity);
    return {
      title: entity.name,
      items:
        items.mean === undefined
          ? 'items not known'
          : `${printAmount(items.mean)} ${items.mean === 1 ? 'item' : 'items'}`,
      rows: rows.slice(0, mostRows),
      more: Math.max(0, rows.length - mostRows),
    };
  });
  return layoutRelations(boxes, relationsOf(snapshot));
}

/** What tells items apart first, then references, then the rest. */
function rowsOf(entity: Entity): readonly NodeRow[] {
  const identity = new Set(identityOf(entity));
  const rows = [...entity.attributes.values()].map((attribute) => ({
    name: attribute.name,
    type: typeText(attribute),
    isIdentity: identity.has(attribute.name),
    isReference: attribute.references.length > 0,
  }));
  const rank = ({ isIdentity, isReference }: NodeRow): number => (isIdentity ? 0 : isReference ? 1 : 2);
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

function typeText({ references, format, type, decl }: Attribute): string {
  const [first, ...others] = references;
  if (first) return `→ ${first.entity}${others.length > 0 ? ` +${others.length}` : ''}`;
  if (decl.enumeration) return 'enum';
  return format?.name ?? type ?? '';
}

/** One for each pair of entities, whatever the number of attributes. */
function relationsOf({ design, sizes }: Snapshot): readonly Relation[] {
  const places = createPlaces(design);
  return [...design.entities.values()].flatMap((entity, from) => {
    const byParent = new Map<string, string[]>();
    for (const { name, references } of entity.attributes.values()) {
      for (const { entity: parent } of references) {
        const names = byParent.get(parent);
        if (names === undefined) byParent.set(parent, [name]);
        else if (!names.includes(name)) names.push(name);
      }
    }
    return [...byParent].flatMap(([parent, attributes]) => {
      const to = places(parent);
      const other = design.entities.get(parent);
      const span = entity.attributes.get(attributes[0] ?? '')?.decl.span ?? entity.decl.nameSpan;
      if (to === undefined || other === undefined) return [];
      return [{ from, to, attributes, count: countText(entity, other, attributes, sizes), span }];
    });
  });
}

function countText(
  entity: Entity,
  parent: Entity,
  attributes: readonly string[],
  { counts }: Snapshot['sizes'],
): string {
  const written = entity.decl.counts.find(
    ({ per }) => per !== undefined && (per.value === parent.name || attributes.includes(per.value)),
  );
  if (written) {
    const most = written.max === undefined ? '' : `, up to ${printAmount(written.max)}`;
    return `${printAmount(written.mean)}${most}`;
  }
  const ratio = quotient(counts.items(entity), counts.items(parent));
  if (ratio.mean === undefined) return '';
  return ratio.mean >= 1000 ? printAmount(ratio.mean) : printNumber(ratio.mean, 2);
}
