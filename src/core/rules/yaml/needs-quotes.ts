// yaml/needs-quotes: a plain text with characters that mean something to YAML.
// Deliberately only where it is clear which text is meant; the rest is for yaml/syntax.
import type { ScalarNode, YamlProblem } from '../../syntax/tree.ts';
import { type Span, span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { inQuotes } from './quotes.ts';
import { type Trap, trapFixes, trapProblems } from './trap.ts';

export const needsQuotes = defineRule<Trap>({
  id: 'yaml/needs-quotes',
  title: 'A text that needs quotes',
  why: 'Braces, brackets, `: `, and `@`, `%` or a backtick at the start mean something to YAML. A text that has them cannot be read without quotes, or is read as something else.',
  remedy: 'Put the whole text in quotes: `PK: "ORDER#${orderId}"`.',
  severity: 'error',
  check: (analysis) => trapProblems(unquotedValues(analysis)),
  fixes: trapFixes,
});

export function unquotedValues(analysis: RuleContext): readonly Trap[] {
  return analysis.tree.problems.flatMap((problem) => {
    const found = unquoted(analysis, problem);
    if (found === undefined) return [];
    const { at, why } = found;
    const key = keyBefore(analysis.text, at.start);
    const edits = [{ span: at, newText: inQuotes(analysis.text.slice(at.start, at.end)) }];
    return [
      {
        span: at,
        message: `${why} Put the whole text in quotes.`,
        fix: { title: 'Put it in quotes', edits },
        explains: [at],
        explainsValueOf: key === undefined ? [] : [key],
      },
    ];
  });
}

function unquoted(
  context: RuleContext,
  { code, span: at }: YamlProblem,
): { readonly at: Span; readonly why: string } | undefined {
  const content = context.text.slice(at.start, at.end);
  switch (code) {
    case 'unquoted-bracket':
      return {
        at,
        why: 'Inside { } and [ ], YAML takes a brace or bracket for the start of a map or list.',
      };
    case 'nested-map':
    case 'block-in-flow':
      if (content.endsWith(':') || /^["'[{&*!?]|\n/.test(content) || !content.includes(': '))
        return undefined;
      return {
        at: trimmed(at, content),
        why: 'YAML takes a colon with a space behind it for the end of a key.',
      };
    case 'bad-scalar-start': {
      const scalar = /^[@`%]/.test(content) ? scalarAt(context, at.start) : undefined;
      return scalar && { at: scalar.span, why: `YAML does not allow a text to start with ${content}.` };
    }
    default:
      return undefined;
  }
}

const trimmed = ({ start }: Span, content: string): Span => span(start, start + content.trimEnd().length);

/** The key whose value begins here. */
function keyBefore(text: string, start: number): Span | undefined {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const match = /([^\s,{[:]+)\s*:\s*$/.exec(line);
  if (match?.[1] === undefined) return undefined;
  const at = start - line.length + match.index;
  return span(at, at + match[1].length);
}

function scalarAt({ uses }: RuleContext, start: number): ScalarNode | undefined {
  for (const { node } of uses.spots) {
    if (node?.kind === 'scalar' && node.span.start === start) return node;
  }
  return undefined;
}
