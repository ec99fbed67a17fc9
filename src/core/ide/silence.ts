// The comment that silences one finding, and where it must stand to be a comment.
// Deliberately not a fix of a rule: every finding has it, and it mends nothing.
import type { Finding } from '../rules/finding.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Node } from '../syntax/tree.ts';

/** The text to insert at offset `at`, in three parts as `reason` is for the person to write. */
export interface Silence {
  readonly at: number;
  readonly before: string;
  readonly reason: string;
  readonly after: string;
}

/**
 * Undefined where a line above the finding's would be part of a text and no comment, and for findings about such
 * comments themselves.
 */
export function silenceOf({ text, tree }: Snapshot, finding: Finding): Silence | undefined {
  if (finding.rule.startsWith('ignore/')) return undefined;
  const at = lineStart(text, finding.span.start);
  if (isInsideText(tree.root, at)) return undefined;
  const indent = /^[ \t]*/.exec(text.slice(at))?.[0] ?? '';
  const after = text.includes('\r\n') ? '\r\n' : '\n';
  return { at, before: `${indent}# singlet-ignore ${finding.rule}: `, reason: 'why it is meant so', after };
}

function lineStart(text: string, offset: number): number {
  const before = text.slice(0, offset);
  return Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
}

/** Whether the offset lies within a scalar of several lines. */
function isInsideText(node: Node | undefined, offset: number): boolean {
  if (!node || offset <= node.span.start || offset > node.span.end) return false;
  switch (node.kind) {
    case 'scalar':
      return true;
    case 'list':
      return node.items.some((item) => isInsideText(item, offset));
    case 'map':
      return node.entries.some(({ key, value }) => isInsideText(key, offset) || isInsideText(value, offset));
  }
}
