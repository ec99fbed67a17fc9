// `singlet/targets` and `singlet/generate`: what can be generated, and one target's file for an open model.
// Deliberately knows no target by name (core/generate/targets.ts lists them).
import { targets } from '../core/generate/targets.ts';
import type { GenerateReply, TargetInfo } from '../protocol/requests.ts';
import type { ModelFile } from './model-file.ts';

export const targetInfos = (): readonly TargetInfo[] =>
  targets.map(({ id, title, description }) => ({ id, title, description }));

export function generate(file: ModelFile | undefined, id: string): GenerateReply {
  const target = targets.find((each) => each.id === id);
  if (!target || !file) return { kind: 'unknown' };
  const generated = target.generate(file.snapshot);
  switch (generated.kind) {
    case 'text': {
      const { text, notes } = generated;
      return { kind: 'text', text, notes, languageId: target.languageId };
    }
    case 'refused':
      return { kind: 'refused', reasons: generated.reasons };
  }
}
