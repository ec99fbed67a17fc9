// Above the tabs: the table's name, what stands in the way, and the legend of entities.
// Deliberately counts problems and lists none; the editor beside it does.
import { counted } from '../../core/text/words.ts';
import { usePage } from '../context.ts';
import { SourceLink } from './source-link.tsx';

export function Header({ stale }: { readonly stale: boolean }) {
  const { overview, choices, choose, reveal } = usePage();
  const { error, warning } = overview.findings;
  return (
    <header>
      <h1>
        {overview.title || 'Unnamed table'}
        {error > 0 && <span class="count error">{counted(error, 'error')}</span>}
        {warning > 0 && <span class="count warning">{counted(warning, 'warning')}</span>}
      </h1>
      <p class="stale" role="status">
        {stale && 'The text does not parse at the moment. This is the last picture that could be drawn.'}
      </p>
      {overview.entities.length > 0 && (
        <ul class="legend" aria-label="Entities">
          {overview.entities.map((entity) => (
            <li key={entity.name}>
              <button
                type="button"
                class="entity"
                aria-pressed={entity.name === choices.entity}
                onClick={() => {
                  choose({ entity: entity.name === choices.entity ? undefined : entity.name });
                  reveal?.(entity.span);
                }}
              >
                <span class={`mark color-${entity.color}`} aria-hidden="true">
                  {entity.mark}
                </span>
                {entity.name}
                {entity.count !== undefined && <span class="quiet">{entity.count}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {overview.notes.length > 0 && (
        <ul class="notes" aria-label="What is not shown">
          {overview.notes.map((note) => (
            <li key={note.text}>
              <SourceLink span={note.span}>{note.text}</SourceLink>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
