// name/unknown-attribute: a clause, a list or a reference names an attribute that the entity does not have.
// Deliberately silent where the entity itself is unknown: one mistake, one finding.
import type { Entity } from '../../model/design.ts';
import { nearest } from '../../model/suggest.ts';
import { didYouMean, listOf } from '../../text/words.ts';
import type { AttributeUse } from '../names.ts';
import { defineRule, type Problem } from '../rule.ts';

interface Data {
  readonly name: string;
  /** What is likely meant; several where the entity references the name more than once. */
  readonly meant: readonly string[];
}

export const unknownAttribute = defineRule<Data>({
  id: 'name/unknown-attribute',
  title: 'An attribute that the entity does not have',
  why: 'DynamoDB does not know attributes in advance: a misspelt one reads nothing or writes beside the one that is meant, without an error.',
  remedy: 'Correct the name, or declare the attribute on the entity.',
  severity: 'error',
  *check({ design, shape, uses }) {
    const table = design.table?.decl;
    // `order: desc` is a word of SQL and no attribute; schema/aws-word says so.
    const foreign = new Set(shape.flatMap((issue) => (issue.kind === 'aws-word' ? [issue.span.start] : [])));
    for (const use of uses.attributes) {
      const { name, entities, keysToo, span } = use;
      if (foreign.has(span.start)) continue;
      if (entities.some((entity) => entity.attributes.has(name))) continue;
      const isOfTable = uses.keyNames.has(name) || name === table?.typeAttribute?.value;
      if (keysToo && (isOfTable || name === table?.timeToLive?.value)) continue;
      yield problemOf(use);
    }
  },
  fixes: ({ span, data: { meant } }) =>
    meant.map((name) => ({
      title: `Change to ${name}`,
      edits: [{ span, newText: name }],
      preferred: meant.length === 1,
    })),
});

/** More entities than these are not named one by one. */
const mostNamed = 3;

function problemOf({ name, span, entities }: AttributeUse): Problem<Data> {
  const referencing = [...new Set(entities.flatMap((entity) => referencesTo(entity, name)))];
  const known = entities.flatMap((entity) => [...entity.attributes.keys()]);
  const near = referencing.length > 0 ? undefined : nearest(name, known);
  const [first] = entities;
  const owners = listOf(
    entities.map((entity) => entity.name),
    'or',
  );
  const add = ` Declare it under the attributes of ${entities.length > mostNamed ? 'an entity' : first?.name}.`;
  const refers =
    referencing.length === 1
      ? ` ${referencing[0]} references one. Did you mean that?`
      : ` ${listOf(referencing)} reference one. Which do you mean?`;
  const lacks =
    entities.length > mostNamed
      ? `No entity has an attribute ${name}.`
      : `${owners} ${entities.length > 1 ? 'have' : 'has'} no attribute ${name}.`;
  return {
    span,
    message: `${lacks}${referencing.length > 0 ? refers : didYouMean(near) || add}`,
    data: { name, meant: near === undefined ? referencing : [near] },
  };
}

/** The entity's attributes that reference one of that name elsewhere: whoever asks by it means one of those. */
const referencesTo = ({ attributes }: Entity, name: string): readonly string[] =>
  [...attributes.values()]
    .filter(({ references }) => references.some((reference) => reference.name === name))
    .map((attribute) => attribute.name);
