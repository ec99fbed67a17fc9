// The preview of one text: from snapshot to view model.
// Deliberately shows what can be shown of a broken model, and counts what stands in the way.
import type { SampleGap } from '../analysis/samples/samples.ts';
import type { Entity } from '../model/design.ts';
import { severities } from '../rules/rule.ts';
import type { Snapshot } from '../snapshot.ts';
import { printAmount } from '../syntax/quantity.ts';
import { marksFor } from './marks.ts';
import { patternsOf } from './patterns.ts';
import type { PreviewEntity, PreviewModel, PreviewNote } from './view-model.ts';
import { viewsOf } from './views.ts';

/** Colours that every theme tells apart. */
const colors = 8;

export function previewOf(snapshot: Snapshot): PreviewModel {
  const { design, report, samples } = snapshot;
  const entities = [...design.entities.values()];
  const marks = marksFor(entities.map((entity) => entity.name));
  const counts = severities.map((severity) => [
    severity,
    report.findings.filter((finding) => finding.severity === severity).length,
  ]);
  return {
    title: design.model.table?.name?.value ?? '',
    findings: Object.fromEntries(counts) as PreviewModel['findings'],
    entities: entities.map((entity, i) => entityOf(entity, marks[i] ?? '', i % colors)),
    views: viewsOf(design, samples.items),
    patterns: patternsOf(snapshot),
    notes: samples.gaps.map(noteOf),
  };
}

function entityOf(entity: Entity, mark: string, color: number): PreviewEntity {
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

function noteOf(gap: SampleGap): PreviewNote {
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
