// Entities and what they reference, as a diagram, and as a list for those who do not see it.
// Deliberately at its natural size, to be scrolled, or fitted into the panel.
import { useState } from 'preact/hooks';
import type { RelationsView } from '../../core/preview/view/relations.ts';
import { usePage } from '../context.ts';
import { Diagram } from './diagram.tsx';

export function RelationsTab({ relations }: { readonly relations: RelationsView }) {
  const { overview } = usePage();
  const [isFitted, setFitted] = useState(false);
  if (relations.nodes.length === 0) {
    return <p class="empty">There are no entities yet. They and their references appear here.</p>;
  }
  const name = (entity: number): string => overview.entities[entity]?.name ?? '';
  return (
    <div class="relations">
      <div class="section bar">
        <label class="fit">
          <input
            type="checkbox"
            checked={isFitted}
            onChange={(event) => setFitted(event.currentTarget.checked)}
          />{' '}
          Fit into the panel
        </label>
        <span class="quiet">
          A line leads from an attribute to the entity that it references; the figure is how many there are
          for each.
        </span>
      </div>
      <Diagram relations={relations} isFitted={isFitted} />
      <details class="section as-table">
        <summary>As a list</summary>
        <ul>
          {relations.edges.map(({ from, to, attributes, count }) => (
            <li key={`${from} ${to}`}>
              {name(from)} references {name(to)} by {attributes.join(', ')}
              {count !== '' && `: ${count} for each ${name(to)}`}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
