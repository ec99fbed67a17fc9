// `singlet/patterns` and `singlet/keepSamples`: what a client needs to verify patterns and to keep what was found.
// Deliberately runs nothing: that is the client's, in a thread of its own.
import { type KeptSample, keepSamples } from '../core/ide/keep-samples.ts';
import type { KeepSamplesReply, PatternPlace } from '../protocol/requests.ts';
import { toEdits, toRange } from './convert.ts';
import type { ModelFile } from './model-file.ts';

export const patternsOf = (file: ModelFile): readonly PatternPlace[] =>
  file.snapshot.design.patterns.map(({ name, kind, decl }) => ({
    name,
    kind,
    range: toRange(file, decl.span),
  }));

export function keepSamplesIn(file: ModelFile | undefined, samples: readonly KeptSample[]): KeepSamplesReply {
  if (!file || file.version === null) return { kind: 'unknown' };
  const keeping = keepSamples(file.snapshot, samples);
  return keeping.kind === 'edits'
    ? { kind: 'edits', version: file.version, edits: toEdits(file, keeping.edits) }
    : keeping;
}
