// One access pattern: what it comes to, what it reads and writes of the sample items, its requests, its working.
// Deliberately the picture first and the code after it: people look before they copy.
import type { LegView, PatternView } from '../../core/preview/view/patterns.ts';
import type { TableView } from '../../core/preview/view/table.ts';
import { Name } from '../parts/breakable.tsx';
import { SourceLink } from '../parts/source-link.tsx';
import { CodeInText, Lacks, Working } from '../parts/working.tsx';
import { HeldAttributes } from './held-attributes.tsx';
import { ReadPicture } from './read-picture.tsx';
import { Requests } from './requests.tsx';
import { RouteLine } from './route-line.tsx';
import { WriteMatrix } from './write-matrix.tsx';

interface Props {
  readonly table: TableView;
  readonly pattern: PatternView;
}

export function PatternDetail({ table, pattern }: Props) {
  return (
    <article class="pattern-detail" aria-label={pattern.name}>
      <h2>
        <SourceLink span={pattern.span}>
          <Name text={pattern.name} />
        </SourceLink>
      </h2>
      {pattern.description !== undefined && <p class="quiet">{pattern.description}</p>}
      <dl class="figures">
        {pattern.figures.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {pattern.findings.length > 0 && (
        <ul class="findings" aria-label="Findings">
          {pattern.findings.map(({ severity, message, span }, i) => (
            <li key={i} class={severity}>
              <span class="severity">{severity}</span>
              <SourceLink span={span} class="message">
                <CodeInText text={message} />
              </SourceLink>
            </li>
          ))}
        </ul>
      )}
      {grouped(pattern.legs).map((legs, i) =>
        legs[0]?.run.kind === 'write' ? (
          <WriteMatrix key={i} table={table} legs={legs} />
        ) : (
          legs.map((leg, k) => (
            <section key={`${i} ${k}`} class="leg" aria-label={leg.label}>
              <RouteLine leg={leg} />
              <ReadPicture table={table} leg={leg} />
              {leg.problems.length > 0 && <HeldAttributes table={table} entities={leg.entities} />}
            </section>
          ))
        ),
      )}
      <Requests requests={pattern.requests} />
      <Working lines={pattern.working} />
      <Lacks lines={pattern.lacks} />
    </article>
  );
}

/** Writes that follow each other stand in one matrix. */
function grouped(legs: readonly LegView[]): readonly (readonly LegView[])[] {
  const groups: LegView[][] = [];
  for (const leg of legs) {
    const last = groups.at(-1);
    const isSame =
      last?.[0]?.run.kind === 'write' && leg.run.kind === 'write' && last[0].isStep === leg.isStep;
    if (last && isSame) last.push(leg);
    else groups.push([leg]);
  }
  return groups;
}
