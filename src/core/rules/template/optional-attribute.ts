// template/optional-attribute: a key made of an attribute that an item may lack.
// Deliberately silent where a `when` says that it is there, itself or as one of a group of references.
import type { Design, Entity } from '../../model/design.ts';
import type { Placeholder } from '../../syntax/template.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule, type Fix, type Problem } from '../rule.ts';
import { conditionalEdits, conditionEdits, requiredEdits } from './optional-fixes.ts';
import { isPresent } from './presence.ts';
import { once, type TemplateUse } from './uses.ts';

interface Data {
  readonly entity: string;
  readonly attribute: string;
  /** The name of the index; undefined for the table. */
  readonly index: string | undefined;
}

export const optionalAttribute = defineRule<Data>({
  id: 'template/optional-attribute',
  title: 'A key made of an attribute that may be missing',
  why: 'Every item has the whole primary key, and an item is in an index only if it has all key attributes of the index (DynamoDB developer guide, as of 2026). Of an attribute that is not there a key cannot be made: code that tries writes `ORDER#undefined`.',
  remedy:
    'Say when the item is in the index: `GSI1: { when: courierId exists, GSI1PK: "COURIER#${courierId}" }`. In the primary key use attributes that every item has.',
  severity: 'error',
  check: ({ design, uses }) => problemsOf(design, uses.templates),
  fixes({ span, data: { entity: name, attribute, index } }, { text, design, uses }) {
    const entity = design.entities.get(name);
    const target = design.targets.find((each) => each.kind !== 'table' && each.name === index);
    const use = uses.templates.find(({ placeholders }) =>
      placeholders.some(({ nameSpan }) => nameSpan.start === span.start),
    );
    if (entity === undefined) return [];
    const inIndex =
      target === undefined
        ? []
        : use?.variant !== undefined
          ? conditionEdits(text, entity, use.variant, attribute)
          : conditionalEdits(text, design, entity, target);
    const required = requiredEdits(text, entity, attribute);
    return [
      ...fix(`Put an item into ${index} only if ${attribute} exists`, inIndex, true),
      ...fix(`Make ${attribute} an attribute of every item`, required, false),
    ];
  },
});

const fix = (title: string, edits: readonly TextEdit[], preferred: boolean): readonly Fix[] =>
  edits.length === 0 ? [] : [{ title, edits, preferred }];

function problemsOf(design: Design, uses: readonly TemplateUse[]): readonly Problem<Data>[] {
  const problems: Problem<Data>[] = [];
  for (const use of uses) {
    const [entity] = use.entities;
    if (entity === undefined || use.line === undefined) continue;
    for (const placeholder of use.placeholders) {
      if (!entity.attributes.get(placeholder.name)?.decl.optional) continue;
      const problem = problemOf(design, use, use.line.name, entity, placeholder);
      if (problem) problems.push(problem);
    }
  }
  return once(problems);
}

function problemOf(
  design: Design,
  use: TemplateUse,
  key: string,
  entity: Entity,
  { name, nameSpan }: Placeholder,
): Problem<Data> | undefined {
  const target = design.targets.find(({ partitionKey, sortKey }) =>
    [...partitionKey, ...sortKey].some((each) => each.name === key),
  );
  if (target === undefined || isPresent(entity, use.variant, name)) return undefined;
  const message =
    target.kind === 'table'
      ? `${name} is optional, and every item has the primary key: without ${name} there is no ${key}. Use an attribute that every item has.`
      : use.variant !== undefined
        ? `${name} is optional, and without it there is no ${key}. Add it to the condition: when: [${name} exists, …].`
        : `${name} is optional, and without it there is no ${key}. Say which items are in ${target.name}: ${target.name}: { when: ${name} exists, … }.`;
  const declared = {
    span: entity.attributes.get(name)?.decl.nameSpan ?? nameSpan,
    message: `${name} is declared optional`,
  };
  return {
    span: nameSpan,
    message,
    related: [declared],
    data: { entity: entity.name, attribute: name, index: target.kind === 'table' ? undefined : target.name },
  };
}
