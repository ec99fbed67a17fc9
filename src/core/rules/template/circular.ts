// template/circular: keys that name each other, so that none of them ever has a value.
// Deliberately one finding for each circle, at the key that is written first.
import type { KeyDecl } from '../../model/model.ts';
import type { Placeholder } from '../../syntax/template.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type Problem } from '../rule.ts';
import { keysBeside, once, soundPlaceholders, type TemplateUse } from './uses.ts';

interface Step {
  readonly key: KeyDecl;
  readonly names: Placeholder;
}

export const circular = defineRule<undefined>({
  id: 'template/circular',
  title: 'Keys that are made of each other',
  why: 'A key that is made of itself, directly or by way of another key, has no value: the item cannot be written.',
  remedy: 'Write one of the keys with attributes only.',
  severity: 'error',
  check({ uses }) {
    const reported = new Set<KeyDecl>();
    const problems: Problem<undefined>[] = [];
    for (const use of uses.templates) {
      if (!namesKeys(use)) continue;
      const circle = circleFrom(use);
      const [first] = circle;
      if (first === undefined || circle.some(({ key }) => reported.has(key))) continue;
      for (const { key } of circle) reported.add(key);
      problems.push(problemOf(circle, first));
    }
    return once(problems);
  },
});

function problemOf(circle: readonly Step[], first: Step): Problem<undefined> {
  const others = circle.slice(1);
  const path = [...circle.map(({ key }) => key.name), first.key.name];
  const message =
    others.length === 0
      ? `${first.key.name} is made of itself, so it never has a value. Make it of attributes.`
      : `${listOf(circle.map(({ key }) => key.name))} are made of each other (${path.join(' → ')}), so none has a value. Make one of attributes only.`;
  const related = others.map(({ key, names }) => ({
    span: names.nameSpan,
    message: `${key.name} is made of ${names.name}`,
  }));
  return { span: first.names.nameSpan, message, related, data: undefined };
}

/** A line of an entity with a placeholder that is none of its attributes: only such a one can name a key. */
function namesKeys({ line, entities, placeholders }: TemplateUse): boolean {
  const attributes = entities[0]?.attributes;
  return line !== undefined && placeholders.some(({ name }) => !attributes?.has(name));
}

/** The keys through which the line comes back to itself; empty where it does not. */
function circleFrom(use: TemplateUse): readonly Step[] {
  const [entity] = use.entities;
  const { line } = use;
  if (line === undefined || entity === undefined) return [];
  const keys = new Map(keysBeside(use).map((key) => [key.name, key]));
  const walked = new Set<string>();
  return search(line);

  function search(key: KeyDecl): readonly Step[] {
    if (walked.has(key.name)) return [];
    walked.add(key.name);
    for (const names of soundPlaceholders(key)) {
      if (entity?.attributes.has(names.name)) continue;
      if (names.name === line?.name) return [{ key, names }];
      const next = keys.get(names.name);
      const rest = next === undefined ? [] : search(next);
      if (rest.length > 0) return [{ key, names }, ...rest];
    }
    return [];
  }
}
