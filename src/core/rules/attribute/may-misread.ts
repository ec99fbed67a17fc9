// attribute/may-misread: keys that are right only as long as an attribute does not hold a separator.
// Deliberately one finding for each attribute, whatever number of keys depends on it.
import type { Assumption, Verdict } from '../../analysis/proofs/verdict.ts';
import type { Attribute, Design } from '../../model/design.ts';
import { insertEntry } from '../../syntax/edit-yaml.ts';
import { quote } from '../../syntax/quote-yaml.ts';
import { listOf } from '../../text/words.ts';
import { itemText, keysText, witnessOf } from '../proof-words.ts';
import { defineRule, type RuleContext } from '../rule.ts';

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
          .filter(({ characters }) => characters !== '')
          .map((assumption) => ({ assumption, claim, verdict }))
      : [];
  return [
    ...proofs.collisions.flatMap(({ entities: [a, b], verdict }) =>
      of(verdict, `${a.name} and ${b.name} have different primary keys`),
    ),
    ...proofs.ambiguities.flatMap(({ entity, verdict }) =>
      of(verdict, `different items of ${entity.name} have different primary keys`),
    ),
    ...proofs.reads.flatMap(({ use, wrongItems }) =>
      wrongItems.flatMap(({ entity, verdict }) =>
        of(verdict, `${use.pattern.name} returns no ${entity.name} that was not asked for`),
      ),
    ),
  ];
}

/** The attribute in whose declaration the values are bounded: at the end of its references. */
function declared(design: Design, { entity, attribute }: Assumption): Attribute | undefined {
  let found = design.entities.get(entity)?.attributes.get(attribute);
  const seen = new Set<Attribute>();
  while (found?.references.length === 1 && !seen.has(found)) {
    seen.add(found);
    found = found.references[0];
  }
  return found;
}

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
      const attribute = declared(context.design, each.assumption);
      if (attribute === undefined || attribute.type === 'number') continue;
      byAttribute.set(attribute, [...(byAttribute.get(attribute) ?? []), each]);
    }
    for (const [attribute, all] of byAttribute) {
      const [first] = all;
      const witness = first && witnessOf(first.verdict);
      const [item, other] = witness?.items ?? [];
      if (first === undefined || item === undefined) continue;
      const characters = [...new Set(all.flatMap(({ assumption }) => [...assumption.characters]))].join('');
      const signs = listOf(
        [...characters].map((each) => JSON.stringify(each)),
        'or',
      );
      const claims = [...new Set(all.map(({ claim }) => claim))];
      const more = claims.length > 1 ? ` (and ${claims.length - 1} more)` : '';
      const shown = other
        ? `${itemText(item)} and ${itemText(other)} both have ${keysText(item)}`
        : `${itemText(item)} has ${keysText(item)}`;
      yield {
        span: attribute.decl.nameSpan,
        message: `Only if ${attribute.name} never holds ${signs} is it sure that ${claims[0]}${more}: ${shown}. Write a pattern, a format or an enum that leaves it out.`,
        data: { entity: attribute.entity, attribute: attribute.name, characters },
      };
    }
  },
  fixes({ data: { entity, attribute, characters } }, { design, text }) {
    const value = design.entities.get(entity)?.attributes.get(attribute)?.decl.entry.value;
    const pattern = `^[^${classOf(characters)}]+$`;
    if (value?.kind === 'map' && value.alias === undefined)
      return [
        {
          title: `Write pattern: ${pattern}`,
          edits: insertEntry(text, value, 'pattern', quote(pattern)),
          preferred: true,
        },
      ];
    if (
      value?.kind !== 'scalar' ||
      design.entities.get(entity)?.attributes.get(attribute)?.decl.word?.value !== 'string'
    )
      return [];
    const newText = `{ type: string, pattern: ${quote(pattern)} }`;
    return [{ title: `Write pattern: ${pattern}`, edits: [{ span: value.span, newText }], preferred: true }];
  },
});
