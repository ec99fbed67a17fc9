// attribute/may-misread: keys that are right only as long as an attribute does not hold a separator.
// Deliberately one finding for each attribute, whatever number of keys depends on it.
import type { Assumption, Verdict } from '../../analysis/proofs/verdict.ts';
import type { Attribute } from '../../model/design.ts';
import { listOf } from '../../text/words.ts';
import { itemText, keysText, witnessOf } from '../proof-words.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { boundingAttribute, writeProperty } from './bounding.ts';

interface Data {
  readonly entity: string;
  readonly attribute: string;
  readonly characters: string;
}

interface Dependent {
  readonly assumption: Assumption;
  readonly claim: string;
  readonly verdict: Verdict;
}

function dependents({ proofs }: RuleContext): readonly Dependent[] {
  const of = (verdict: Verdict, claim: string): readonly Dependent[] =>
    verdict.kind === 'proved-if'
      ? verdict.assumptions
          .filter(({ characters, value }) => characters !== '' || value.length > 1)
          .map((assumption) => ({ assumption, claim, verdict }))
      : [];
  return [
    ...proofs.collisions.flatMap(({ entities: [a, b], verdict }) =>
      of(verdict, `${a.name} and ${b.name} have different primary keys`),
    ),
    ...proofs.ambiguities.flatMap(({ entity, verdict }) =>
      of(verdict, `different items of ${entity.name} have different primary keys`),
    ),
    ...proofs.reads.flatMap(({ use: { pattern, action }, wrongItems, misses, orders }) => [
      ...wrongItems.flatMap(({ entity, verdict }) =>
        of(verdict, `${pattern.name} returns no ${entity.name} that was not asked for`),
      ),
      ...(action.key ? [] : misses).flatMap(({ entity, verdict }) =>
        of(verdict, `${pattern.name} returns every ${entity.name} that is asked for`),
      ),
      ...orders.flatMap(({ attribute, verdict }) =>
        of(verdict, `${pattern.name} comes in the order of ${attribute}`),
      ),
    ]),
  ];
}

const quoted = (texts: readonly string[]): string =>
  listOf(
    texts.map((each) => JSON.stringify(each)),
    'or',
  );

/** Characters of a class of a regular expression, escaped where they would mean something there. */
const classOf = (characters: string): string => characters.replace(/[\\\]^-]/g, '\\$&');

export const mayMisread = defineRule<Data>({
  id: 'attribute/may-misread',
  title: 'A value that could hold what separates keys',
  why: 'The keys of an item are told apart at their separators. An undeclared text may hold any character, so one that holds the separator can make the key of something else. Nothing is proved until the attribute says what it cannot hold.',
  remedy:
    'Declare the attribute with a `format`, an `enum` or a `pattern` that leaves the separator out, and see that the application keeps to it.',
  severity: 'information',
  *check(context) {
    const byAttribute = new Map<Attribute, Dependent[]>();
    for (const each of dependents(context)) {
      const { assumption } = each;
      const own = context.design.entities.get(assumption.entity)?.attributes.get(assumption.attribute);
      const attribute = own && boundingAttribute(own);
      if (attribute === undefined || attribute.type === 'number') continue;
      byAttribute.set(attribute, [...(byAttribute.get(attribute) ?? []), each]);
    }
    for (const [attribute, all] of byAttribute) {
      const [first] = all;
      const witness = first && witnessOf(first.verdict);
      const [item, other] = witness?.items ?? [];
      if (first === undefined || item === undefined) continue;
      const characters = [...new Set(all.flatMap(({ assumption }) => [...assumption.characters]))].join('');
      const words = [...new Set(all.map(({ assumption }) => assumption.value))];
      const never = characters === '' ? `is ${quoted(words)}` : `holds ${quoted([...characters])}`;
      const remedy =
        characters === '' ? 'Give one of the two a text of its own to begin with, or write' : 'Write';
      const claims = [...new Set(all.map(({ claim }) => claim))];
      const more = claims.length > 1 ? ` (and ${claims.length - 1} more)` : '';
      const shown = other
        ? `${itemText(item)} and ${itemText(other)} both have ${keysText(item)}`
        : `${itemText(item)} has ${keysText(item)}`;
      yield {
        span: attribute.decl.nameSpan,
        message: `Only if ${attribute.name} never ${never} is it sure that ${claims[0]}${more}: ${shown}. ${remedy} a pattern, a format or an enum that leaves it out.`,
        data: { entity: attribute.entity, attribute: attribute.name, characters },
      };
    }
  },
  fixes({ data: { entity, attribute, characters } }, { design, text }) {
    const declared = design.entities.get(entity)?.attributes.get(attribute);
    if (declared === undefined || characters === '') return [];
    return writeProperty(text, declared, 'pattern', `^[^${classOf(characters)}]+$`);
  },
});
