// template/unlikely-literal: `USER#{id}`, `USER#<id>`, `USER#:id` and `USER#$id`, which are literal texts.
// Deliberately only where an attribute is plainly meant; brackets may also hold a misspelt one.
import { nearest } from '../../model/suggest.ts';
import { offsetMap } from '../../syntax/scalar-offsets.ts';
import { span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { once, type TemplateUse } from './uses.ts';

export const unlikelyLiteral = defineRule<{ readonly meant: string }>({
  id: 'template/unlikely-literal',
  title: 'A literal that looks like a placeholder',
  why: 'Only `${attribute}` is a placeholder. Written in another way, as other tools do, it is a literal text: all items get the same key, and overwrite each other.',
  remedy: 'Write `${attribute}`.',
  severity: 'warning',
  check: ({ text, uses }) => once(uses.templates.filter(isSuspect).flatMap((use) => literalsOf(text, use))),
  fixes: ({ span: at, data: { meant } }) => [
    { title: `Write ${meant}`, edits: [{ span: at, newText: meant }], preferred: true },
  ],
});

const name = '([\\p{L}_][\\p{L}\\p{N}_.-]*)';

/** Brackets hardly stand in a key by themselves; after `:` and `$` only the very name of an attribute counts. */
const forms: readonly { readonly pattern: RegExp; readonly exact: boolean }[] = [
  { pattern: new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`, 'gu'), exact: false },
  { pattern: new RegExp(`\\$\\(\\s*${name}\\s*\\)`, 'gu'), exact: false },
  { pattern: new RegExp(`(?<![$\\{])\\{\\s*${name}\\s*\\}`, 'gu'), exact: false },
  { pattern: new RegExp(`<\\s*${name}\\s*>`, 'gu'), exact: false },
  { pattern: new RegExp(`(?<![\\p{L}\\p{N}]):${name}`, 'gu'), exact: true },
  { pattern: new RegExp(`\\$${name}`, 'gu'), exact: true },
];

/** True where a sign of one of the forms stands outside of the placeholders. */
const isSuspect = ({ template }: TemplateUse): boolean =>
  template.parts.some((part) => part.kind === 'literal' && /[{<:$]/.test(part.text));

function literalsOf(text: string, use: TemplateUse) {
  const { source } = use.scalar;
  const attributes = use.entities.flatMap((entity) => [...entity.attributes.keys()]);
  const found = forms.flatMap(({ pattern, exact }) =>
    [...source.matchAll(pattern)].flatMap((match) => {
      const written = match[1] ?? '';
      const attribute = attributes.includes(written)
        ? written
        : exact
          ? undefined
          : nearest(written, attributes);
      return attribute === undefined ? [] : [{ start: match.index, written: match[0], attribute }];
    }),
  );
  if (found.length === 0) return [];
  const at = offsetMap(text, use.scalar);
  return found.flatMap(({ start, written, attribute }) => {
    const place = span(at(start), at(start + written.length));
    const isInPlaceholder = use.template.parts.some(
      (part) => part.kind === 'placeholder' && part.span.start < place.end && place.start < part.span.end,
    );
    if (isInPlaceholder) return [];
    const meant = `\${${attribute}}`;
    const message = `${written} is a literal text, the same in every item. To put the attribute ${attribute} there, write ${meant}.`;
    return [{ span: place, message, data: { meant } }];
  });
}
