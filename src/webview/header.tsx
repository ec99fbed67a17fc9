// Above the tabs: the table's name, what stands in the way, and the legend of entities.
// Deliberately counts problems and lists none; the editor beside it does.
import type { PreviewModel } from '../core/preview/view-model.ts';
import type { Span } from '../core/text/span.ts';
import { counted } from '../core/text/words.ts';

interface Props {
  readonly model: PreviewModel;
  readonly stale: boolean;
  readonly reveal: (span: Span) => void;
}

export function Header({ model, stale, reveal }: Props) {
  const { error, warning } = model.findings;
  return (
    <header>
      <h1>
        {model.title || 'Unnamed table'}
        {error > 0 && <span class="count error">{counted(error, 'error')}</span>}
        {warning > 0 && <span class="count warning">{counted(warning, 'warning')}</span>}
      </h1>
      <p class="stale" role="status">
        {stale && 'The text does not parse at the moment. This is the last picture that could be drawn.'}
      </p>
      {model.entities.length > 0 && (
        <ul class="legend" aria-label="Entities">
          {model.entities.map((entity) => (
            <li key={entity.name}>
              <button type="button" class="entity" onClick={() => reveal(entity.span)}>
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
      {model.notes.length > 0 && (
        <ul class="notes" aria-label="What is not shown">
          {model.notes.map((note) => (
            <li key={note.text}>
              <button type="button" class="link" onClick={() => reveal(note.span)}>
                {note.text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
