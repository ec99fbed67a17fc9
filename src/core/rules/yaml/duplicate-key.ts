// yaml/duplicate-key: a key that is written twice in one map.
// Deliberately fixes only what says the same twice: else only the author knows which is meant.
import { removeEntry } from '../../syntax/edit-yaml.ts';
import type { MapEntry, MapNode } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';

interface Twice {
  readonly map: MapNode;
  readonly first: MapEntry;
  readonly again: MapEntry;
}

export const duplicateKey = defineRule<{ readonly edits: readonly TextEdit[] }>({
  id: 'yaml/duplicate-key',
  title: 'A key that is written twice',
  why: 'Of two equal keys in one map only the last one counts; other YAML tools refuse the file. An entity or attribute of the same name further up would be lost without a word.',
  remedy: 'Remove one of the two, or rename it.',
  severity: 'error',
  *check(analysis) {
    const { text, tree } = analysis;
    for (const { span } of tree.problems.filter(({ code }) => code === 'duplicate-key')) {
      const twice = entriesAt(analysis, span);
      if (twice === undefined) continue;
      const { map, first, again } = twice;
      const isSame = valueText(text, first) === valueText(text, again);
      const name = again.key.source;
      yield {
        span,
        message: isSame
          ? `${name} is written twice here, both times the same. Remove one.`
          : `${name} is written twice here; only this last one counts. Remove or rename one of them.`,
        related: [{ span: first.key.span, message: `${name} is first written here` }],
        data: { edits: isSame ? removeEntry(text, map, again) : [] },
      };
    }
  },
  fixes: ({ data }) =>
    data.edits.length === 0 ? [] : [{ title: 'Remove the second one', edits: data.edits, preferred: true }],
});

function entriesAt({ uses }: RuleContext, at: Span): Twice | undefined {
  for (const { node } of uses.spots) {
    if (node?.kind !== 'map') continue;
    const again = node.entries.find(({ key }) => key.span.start === at.start && key.span.end === at.end);
    const first = again && node.entries.find(({ key }) => key.source === again.key.source);
    if (again !== undefined && first !== undefined && first !== again) return { map: node, first, again };
  }
  return undefined;
}

const valueText = (text: string, { key, span }: MapEntry): string =>
  text.slice(key.span.end, span.end).trim();
