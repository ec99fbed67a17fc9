// attribute/byte-order: reads ordered by a text of which nothing says what it holds.
// Deliberately one finding for each attribute; formats, patterns and listed values say enough.

import type { Attribute } from '../../model/design.ts';
import { defineRule } from '../rule.ts';
import { boundingAttribute, writeProperty } from './bounding.ts';

interface Data {
  readonly entity: string;
  readonly attribute: string;
}

const isFreeText = ({ type, format, sources }: Attribute): boolean =>
  type === 'string' &&
  format === undefined &&
  !sources.some(({ pattern, enumeration, constant }) => pattern ?? enumeration ?? constant);

const looksLikeTime = /(?:At|On|_at|_on|date|time|timestamp)$/i;

export const byteOrder = defineRule<Data>({
  id: 'attribute/byte-order',
  title: 'An order by a text that may hold anything',
  why: 'DynamoDB compares texts byte by byte: "Zoe" comes before "adam", "10" before "9", and "2026-3-1" behind "2026-12-01". Times are in order only if all are written in one form (DynamoDB developer guide, Query, as of 2026: strings are compared by their UTF-8 bytes).',
  remedy:
    'Say what the text holds: `format: date-time` for a time, a `pattern` of one width or one case for anything else. A number belongs into the key through `pad(n)`.',
  severity: 'information',
  *check({ proofs }) {
    const byAttribute = new Map<Attribute, Set<string>>();
    for (const { use, orderedBy } of proofs.reads) {
      // A condition that is written out asks nothing of an attribute.
      if (use.action.key !== undefined) continue;
      for (const entity of use.entities)
        for (const attribute of [...orderedBy(entity)].map(boundingAttribute)) {
          if (!isFreeText(attribute)) continue;
          const known = byAttribute.get(attribute) ?? new Set<string>();
          byAttribute.set(attribute, known.add(use.pattern.name));
        }
    }
    for (const [{ name, entity, decl }, patterns] of byAttribute) {
      const [first] = patterns;
      const more = patterns.size > 1 ? ` and ${patterns.size - 1} more go` : ' goes';
      yield {
        span: decl.nameSpan,
        message: `${first}${more} by the order of ${name}, which is that of its bytes: "Zoe" comes before "adam", "10" before "9", and times are in order only in one form. Say what it holds with a format or a pattern.`,
        data: { entity, attribute: name },
      };
    }
  },
  fixes({ data: { entity, attribute } }, { design, text }) {
    const declared = design.entities.get(entity)?.attributes.get(attribute);
    return declared && looksLikeTime.test(attribute)
      ? writeProperty(text, declared, 'format', 'date-time')
      : [];
  },
});
