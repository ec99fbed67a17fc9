// table/time-to-live: an attribute by which no item ever expires.
// Deliberately looks at every entity that has the attribute; those without it are meant to stay.
import type { Attribute } from '../../model/design.ts';
import { nearest } from '../../model/suggest.ts';
import type { Span } from '../../text/span.ts';
import { didYouMean } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { renameTo } from '../support.ts';

interface Data {
  readonly at: Span;
  readonly meant: string | undefined;
}

export const timeToLive = defineRule<Data>({
  id: 'table/time-to-live',
  title: 'A time to live by which nothing expires',
  why: 'DynamoDB deletes an item when its time to live has passed, a number of seconds since 1970. An item without the attribute, or with one of another type, stays forever, and nothing says so; of milliseconds the time lies tens of thousands of years ahead (DynamoDB developer guide, as of 2026).',
  remedy: 'Give the entities that expire an attribute of this name with the format `epoch-seconds`.',
  severity: 'error',
  *check({ model, design }) {
    const named = model.table?.timeToLive;
    if (named === undefined || design.entities.size === 0) return;
    const entities = [...design.entities.values()];
    const attributes = entities.flatMap((entity) => entity.attributes.get(named.value) ?? []);
    if (attributes.length === 0) {
      const near = nearest(
        named.value,
        entities.flatMap((entity) => [...entity.attributes.keys()]),
      );
      yield {
        span: named.span,
        severity: 'warning',
        message: `No entity has the attribute ${named.value}, so no item expires.${didYouMean(near) || ` Declare it where items do: ${named.value}: epoch-seconds.`}`,
        data: { at: named.span, meant: near },
      };
    }
    for (const attribute of attributes) {
      const what = wrongTypeOf(attribute);
      if (what === undefined) continue;
      const { decl, entity, name } = attribute;
      yield {
        span: decl.nameSpan,
        message: `${name} is the time to live, a number of seconds since 1970, and in ${entity} it is ${what}: no ${entity} ever expires. Give it the format epoch-seconds.`,
        data: { at: decl.word?.span ?? decl.nameSpan, meant: decl.word && 'epoch-seconds' },
        related: [{ span: named.span, message: 'the time to live' }],
      };
    }
  },
  fixes: ({ data: { at, meant } }) => renameTo(at, meant),
});

/** What it is instead of a number of seconds; undefined where it may be one. */
function wrongTypeOf({ type, format }: Attribute): string | undefined {
  if (format?.name === 'epoch-milliseconds') return 'a number of milliseconds';
  return type === undefined || type === 'number' ? undefined : `a ${type}`;
}
