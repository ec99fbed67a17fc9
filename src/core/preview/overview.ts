// What the preview of one text always shows: title, entities, targets, and what stands in the way.
// Deliberately shows what can be shown of a broken model, and counts what stands in the way.
import type { Quantity } from '../analysis/capacity/quantity.ts';
import type { SampleGap } from '../analysis/samples/samples.ts';
import type { Entity } from '../model/design.ts';
import { severities } from '../rules/rule.ts';
import type { Snapshot } from '../snapshot.ts';
import { printAmount } from '../syntax/quantity.ts';
import { marksFor } from './marks.ts';
import { targetId, targetTitle } from './names.ts';
import type { EntityView, Figure, Note, Overview } from './view/overview.ts';

/** Colours that every theme tells apart. */
const colors = 8;

export function overviewOf({ design, report, samples }: Snapshot): Overview {
  const entities = [...design.entities.values()];
  const marks = marksFor(entities.map((entity) => entity.name));
  const counts = severities.map((severity) => [
    severity,
    report.findings.filter((finding) => finding.severity === severity).length,
  ]);
  return {
    title: design.model.table?.name?.value ?? '',
    findings: Object.fromEntries(counts) as Overview['findings'],
    entities: entities.map((entity, i) => entityView(entity, marks[i] ?? '', i % colors)),
    targets: design.targets.map((target) => ({
      id: targetId(target),
      title: targetTitle(target),
      kind: target.kind,
      span: target.nameSpan,
    })),
    patterns: design.patterns.length,
    notes: samples.gaps.map(noteOf),
  };
}

/** True if YAML itself is broken somewhere: what is being written may be missing, and what follows it. */
export const isBroken = ({ report }: Snapshot): boolean =>
  report.findings.some(({ rule, severity }) => rule.startsWith('yaml/') && severity === 'error');

export const figureOf = ({ mean, atLeast }: Quantity): Figure => ({ mean: mean ?? null, atLeast });

function entityView(entity: Entity, mark: string, color: number): EntityView {
  const counts = entity.decl.counts.map(
    ({ mean, per }) => printAmount(mean) + (per ? ` per ${per.value}` : ''),
  );
  return {
    name: entity.name,
    mark,
    color,
    count: counts.length > 0 ? counts.join(', ') : undefined,
    span: entity.decl.nameSpan,
  };
}

function noteOf(gap: SampleGap): Note {
  switch (gap.kind) {
    case 'no-value':
      return {
        text: `No sample value of ${gap.attribute} of ${gap.entity} could be made that keeps to all it declares: write samples under ${gap.entity}.`,
        span: gap.span,
      };
    case 'no-key':
      return {
        text: `No ${gap.entity} is shown: its primary key cannot be made from its attributes.`,
        span: gap.span,
      };
    case 'key-taken':
      return {
        text: `No ${gap.entity} is shown: each has the primary key of another item, which it would overwrite.`,
        span: gap.span,
      };
  }
}
