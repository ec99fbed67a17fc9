// Asks a snapshot everything that the editor, the command line and the preview could ask, and checks every span.
// Deliberately catches nothing: a crash is what it looks for.

import assert from 'node:assert/strict';
import { targets } from '../../src/core/generate/targets.ts';
import { hoverAt } from '../../src/core/ide/hover.ts';
import { codeLenses } from '../../src/core/ide/lenses.ts';
import { definitionAt, occurrencesAt } from '../../src/core/ide/navigate.ts';
import { type OutlineItem, outlineOf } from '../../src/core/ide/outline.ts';
import { placeAt } from '../../src/core/ide/place.ts';
import { silenceOf } from '../../src/core/ide/silence.ts';
import { createSnapshot, type Snapshot } from '../../src/core/snapshot.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import type { Span } from '../../src/core/text/span.ts';
import { previewOf } from './preview-of.ts';

function inside(text: string, { start, end }: Span, what: string): void {
  const isInside =
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
  assert.ok(isInside, `${what} is at ${start}-${end} of a text of ${text.length}`);
}

/** Every stage, and what is made of all of them. */
export function askStages(snapshot: Snapshot): void {
  const { shape, model, design, routes, sizes, units, samples, cost, heat, growth, report, text } = snapshot;
  assert.ok([shape, model, design, routes, units, samples].every((stage) => stage !== undefined));
  for (const issue of shape) inside(text, issue.span, `the shape issue ${issue.kind}`);
  for (const entity of design.entities.values()) {
    sizes.item(entity);
    for (const layout of entity.layouts) sizes.entry(entity, layout);
  }
  assert.ok(
    [cost.comparison, heat.collections, growth.items, growth.collections, growth.pages].every(Boolean),
  );
  for (const { missing } of cost.unknown) inside(text, missing.span, missing.what);
  assert.ok(growth.table.now.min >= 0);
  for (const { error, rule } of report.crashes) {
    throw new Error(`${rule} crashed: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

/** The text after each fix, one fix at a time. */
export function textsAfterFixes(snapshot: Snapshot): readonly string[] {
  const { text, report } = snapshot;
  return report.findings.flatMap((finding) => {
    const fixes = snapshot.fixes(finding);
    assert.ok(fixes.filter((fix) => fix.preferred).length <= 1, `${finding.rule} prefers several fixes`);
    return fixes.map(({ title, edits }) => {
      for (const edit of edits) inside(text, edit.span, `an edit of “${title}” of ${finding.rule}`);
      return applyEdits(text, edits);
    });
  });
}

export function askFindings(snapshot: Snapshot): void {
  const { text, report } = snapshot;
  for (const finding of report.findings) {
    inside(text, finding.span, finding.rule);
    assert.ok(finding.message.length > 0, `${finding.rule} says nothing`);
    for (const { span } of finding.related ?? []) inside(text, span, `what is related to ${finding.rule}`);
    const silence = silenceOf(snapshot, finding);
    if (silence) inside(text, { start: silence.at, end: silence.at }, `the silence of ${finding.rule}`);
  }
}

function askOutline(text: string, items: readonly OutlineItem[]): void {
  for (const { name, span, nameSpan, children } of items) {
    inside(text, span, `the outline of ${name}`);
    inside(text, nameSpan, `the name of ${name} in the outline`);
    // Editors refuse an outline whose names lie outside of what they name.
    assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end, `${name} is not in its own span`);
    askOutline(text, children);
  }
}

/** What needs no cursor. */
export function askDocument(snapshot: Snapshot): void {
  const { text } = snapshot;
  askOutline(text, outlineOf(snapshot));
  for (const lens of codeLenses(snapshot)) inside(text, lens.span, `the lens ${lens.title}`);
  // What is sent to a webview or written to a file must be plain data.
  structuredClone(previewOf(snapshot));
  for (const target of targets) {
    const generated = target.generate(snapshot);
    if (generated.kind === 'text') continue;
    assert.ok(generated.reasons.length > 0, `${target.id} refuses without a reason`);
    for (const { span, message } of generated.reasons) inside(text, span, `${target.id}: ${message}`);
  }
}

/** What is asked for the cursor at an offset. */
export function askAt(snapshot: Snapshot, offset: number): void {
  const { text } = snapshot;
  const place = placeAt(snapshot, offset);
  if (place) inside(text, place.span, `the place ${place.kind}`);
  const hover = hoverAt(snapshot, offset);
  if (hover) inside(text, hover.span, 'the hover');
  const definition = definitionAt(snapshot, offset);
  if (definition) inside(text, definition, 'the definition');
  for (const { span } of occurrencesAt(snapshot, offset)) inside(text, span, 'an occurrence');
}

/** Offsets all over the text, and outside of it. */
export const offsetsOf = (text: string, count: number): readonly number[] => [
  -1,
  ...Array.from({ length: count }, (_, i) => Math.floor((i * (text.length + 1)) / count)),
  text.length + 1,
];

/** All of it. Throws an AssertionError, or whatever core threw. */
export function askEverything(text: string): Snapshot {
  const snapshot = createSnapshot(text);
  askStages(snapshot);
  askFindings(snapshot);
  askDocument(snapshot);
  for (const offset of offsetsOf(text, 12)) askAt(snapshot, offset);
  return snapshot;
}
