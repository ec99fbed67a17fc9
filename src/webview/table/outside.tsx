// What is not in an index, and why; what is there only sometimes, and when.
// Deliberately by entity: that a whole kind of item is missing is what people look for.
import type { Membership, TableView, TargetView } from '../../core/preview/view/table.ts';
import { counted } from '../../core/text/words.ts';
import { EntityName } from '../parts/entity-mark.tsx';

interface Props {
  readonly table: TableView;
  readonly target: TargetView;
}

export function Outside({ target }: Props) {
  const name = target.kind === 'table' ? 'the table' : target.title;
  const out = target.memberships.filter(({ kind }) => kind !== 'always');
  if (out.length === 0) return null;
  return (
    <section class="outside" aria-label={`Who is not in ${name}, or only sometimes`}>
      <h2>Not in {name}, or only sometimes</h2>
      <ul>
        {out.map((membership) => (
          <li key={membership.entity} class={membership.kind}>
            <EntityName entity={membership.entity} />
            <span>{textOf(membership)}</span>
            <span class="quiet">{countOf(membership, target)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const textOf = ({ kind, why }: Membership): string => (kind === 'never' ? `never: ${why}` : `only ${why}`);

function countOf({ entity, kind }: Membership, { outside }: TargetView): string {
  const items = outside.filter((each) => each.entity === entity).flatMap((each) => each.items);
  if (kind === 'never' || items.length === 0) return '';
  return `${counted(items.length, 'sample item')} not here`;
}
