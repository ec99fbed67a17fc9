// The access patterns: by which table or index and key condition each is served, and what it uses.
// Deliberately one row for each read or write; a pattern of several spans its rows.
import type { PreviewAction, PreviewModel, PreviewPattern } from '../core/preview/view-model.ts';
import type { Span } from '../core/text/span.ts';
import { Breakable } from './breakable.tsx';
import { EntityMark } from './entity-mark.tsx';

interface Props {
  readonly model: PreviewModel;
  readonly reveal: (span: Span) => void;
}

export function Patterns({ model, reveal }: Props) {
  if (model.views.length === 0) {
    return (
      <p class="empty">
        The table has no partition key yet, so no item can be placed. Write partitionKey under table, and keys
        under each entity.
      </p>
    );
  }
  if (model.patterns.length === 0) {
    return (
      <p class="empty">
        There are no access patterns yet. Write what the application asks for under accessPatterns.
      </p>
    );
  }
  return (
    <table class="patterns">
      <thead>
        <tr>
          <th scope="col">Pattern</th>
          <th scope="col">Request</th>
          <th scope="col">
            <span class="unseen">Entities</span>
          </th>
          <th scope="col">Key condition</th>
          <th scope="col" class="number">
            Calls
          </th>
          <th scope="col" class="number">
            Per call
          </th>
          <th scope="col" class="number">
            Per second
          </th>
        </tr>
      </thead>
      {model.patterns.map((pattern) => (
        <tbody key={pattern.name}>
          {(pattern.actions.length > 0 ? pattern.actions : [undefined]).map((action, i, all) => (
            <tr key={i}>
              {i === 0 && <Name pattern={pattern} rows={all.length} reveal={reveal} />}
              <Request action={action} model={model} />
              {i === 0 && <Units pattern={pattern} rows={all.length} />}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Name({ pattern, rows, reveal }: { pattern: PreviewPattern; rows: number; reveal: Props['reveal'] }) {
  return (
    <th scope="rowgroup" rowSpan={rows} class="name">
      <button type="button" class="link" onClick={() => reveal(pattern.span)}>
        <Breakable text={pattern.name} behind={/(?<=[a-z0-9])(?=[A-Z])/} />
      </button>
      {pattern.description !== undefined && <p class="quiet">{pattern.description}</p>}
    </th>
  );
}

function Request({ action, model }: { action: PreviewAction | undefined; model: PreviewModel }) {
  if (!action) return <td colSpan={3} />;
  return (
    <>
      <td class="request">
        {action.isStep && <span class="quiet">then </span>}
        {action.label}
        {action.remarks.map((remark) => (
          <p class="quiet" key={remark}>
            {remark}
          </p>
        ))}
      </td>
      <td class="marks">
        {action.entities.map((entity) => (
          <EntityMark key={entity} entity={model.entities[entity]} />
        ))}
      </td>
      <td class="conditions">
        {action.conditions.map((condition) => (
          <code key={condition}>{condition}</code>
        ))}
        {action.problems.map((problem, i) => (
          <p key={problem} class={i === 0 ? 'problem' : 'quiet'}>
            {problem}
          </p>
        ))}
        {action.alsoReads.length > 0 && (
          <p class="quiet">
            also reads {action.alsoReads.map((entity) => model.entities[entity]?.name).join(', ')}
          </p>
        )}
      </td>
    </>
  );
}

function Units({ pattern, rows }: { pattern: PreviewPattern; rows: number }) {
  const lacks = pattern.lacks.join('\n');
  return (
    <>
      <td rowSpan={rows} class="number">
        {pattern.rate}
        {pattern.peak !== undefined && <p class="quiet">peak {pattern.peak}</p>}
      </td>
      <td rowSpan={rows} class="number" title={lacks || undefined}>
        {pattern.perCall ?? <span class="quiet">unknown</span>}
        {lacks !== '' && <span class="unseen">{lacks}</span>}
      </td>
      <td rowSpan={rows} class="number">
        {pattern.perSecond}
      </td>
    </>
  );
}
