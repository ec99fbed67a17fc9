// How a read is served: the call, its key condition, what it reads beside what is wanted, or why nothing serves it.
// Deliberately in the words of the core; the hover in the editor says the same.
import type { LegView } from '../../core/preview/view/patterns.ts';
import { EntityMark, EntityName } from '../parts/entity-mark.tsx';

export function RouteLine({ leg }: { readonly leg: LegView }) {
  const { label, isStep, entities, conditions, remarks, problems, overRead, args } = leg;
  return (
    <div class="route">
      <h3>
        {isStep && <span class="quiet">then, for each: </span>}
        {label}{' '}
        {entities.map((entity) => (
          <EntityMark key={entity} entity={entity} />
        ))}
        {remarks.length > 0 && <span class="quiet"> {remarks.join(' · ')}</span>}
      </h3>
      {conditions.length > 0 && (
        <p class="conditions">
          {conditions.map((condition) => (
            <code key={condition}>{condition}</code>
          ))}
        </p>
      )}
      {args.length > 0 && (
        <p class="quiet args">
          with{' '}
          {args.map(({ label: name, text }, i) => (
            <span key={name}>
              {i > 0 && ', '}
              {name} = <code>{text}</code>
            </span>
          ))}
        </p>
      )}
      {problems.map((problem, i) => (
        <p key={problem} class={i === 0 ? 'problem' : ''}>
          {problem}
        </p>
      ))}
      <OverRead entities={overRead.surely} words="Surely also reads" />
      <OverRead entities={overRead.perhaps} words="May also read" />
    </div>
  );
}

function OverRead({ entities, words }: { readonly entities: readonly number[]; readonly words: string }) {
  if (entities.length === 0) return null;
  return (
    <p class="over-read">
      {words}{' '}
      {entities.map((entity, i) => (
        <span key={entity}>
          {i > 0 && ', '}
          <EntityName entity={entity} />
        </span>
      ))}
      , which it does not want.
    </p>
  );
}
