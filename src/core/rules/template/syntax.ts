// template/syntax: a key template that cannot be read, such as `"ORDER#${orderId"`.
// Deliberately says what the parser says; it knows what may stand there.
import type { SyntaxProblem } from '../../syntax/template.ts';
import type { TextEdit } from '../../text/edit.ts';
import { span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { once, type TemplateUse } from './uses.ts';

interface Data {
  readonly edit: TextEdit | undefined;
}

export const syntax = defineRule<Data>({
  id: 'template/syntax',
  title: 'A key template that cannot be read',
  why: 'What a template cannot say is missing from the key: the items lie elsewhere than meant, and no query finds them there.',
  remedy: 'Write `${attribute}` or `${attribute | function}`; a literal `${` is written `$${`.',
  severity: 'error',
  check: ({ uses }) =>
    once(
      uses.templates.filter(hasProblems).flatMap((use) =>
        use.problems.map((problem) => ({
          span: problem.span,
          message: problem.message,
          data: { edit: repair(use, problem) },
        })),
      ),
    ),
  fixes({ data: { edit } }) {
    if (edit === undefined) return [];
    const title = edit.newText === '}' ? 'Add the }' : `Change to ${edit.newText}`;
    return [{ title, edits: [edit], preferred: true }];
  },
});

const hasProblems = ({ problems }: TemplateUse): boolean => problems.length > 0;

function repair(use: TemplateUse, { code, span: at, suggestion }: SyntaxProblem): TextEdit | undefined {
  if (suggestion !== undefined) return { span: at, newText: suggestion };
  return code === 'template/unclosed-placeholder' ? closing(use, at.start) : undefined;
}

/** The brace behind the attribute's name, or behind its functions. */
function closing({ template, entities }: TemplateUse, start: number): TextEdit | undefined {
  const part = template.parts.find((one) => one.kind === 'placeholder' && one.span.start === start);
  if (part?.kind !== 'placeholder' || part.name === '') return undefined;
  const last = part.functions.at(-1);
  const names = entities.flatMap((entity) => [...entity.attributes.keys()]);
  const known = names
    .filter((name) => part.name.startsWith(name))
    .reduce((longest, name) => (name.length > longest.length ? name : longest), '');
  const name = known === '' ? (/^[\w-]+/.exec(part.name)?.[0] ?? '') : known;
  if (name === '') return undefined;
  const end = last?.span.end ?? part.nameSpan.start + name.length;
  return { span: span(end, end), newText: '}' };
}
