// attribute/may-outgrow: reads that are in order only as long as a number fits its padding.
// Deliberately one finding for each attribute, and only where a read depends on it; where `max` is written the proofs know.
import type { Outgrown } from '../../analysis/proofs/outgrown.ts';
import type { Attribute } from '../../model/design.ts';
import { printCall } from '../../syntax/print-template.ts';
import { defineRule } from '../rule.ts';
import { boundingAttribute, writeProperty } from './bounding.ts';

interface Data {
  readonly entity: string;
  readonly attribute: string;
  readonly most: number;
}

export const mayOutgrow = defineRule<Data>({
  id: 'attribute/may-outgrow',
  title: 'A number that could outgrow its padding',
  why: 'Padded numbers are in order as long as they have no more digits than the padding: behind `pad(3)`, 1000 sorts before 200, and `descending(3)` has no key for it at all. Nothing is proved until the attribute says how large it can be.',
  remedy: 'Write `max` on the attribute, and pad to as many digits as it has.',
  severity: 'information',
  *check({ proofs }) {
    const byAttribute = new Map<Attribute, Outgrown & { readonly patterns: Set<string> }>();
    for (const { use, outgrown } of proofs.reads)
      for (const each of outgrown) {
        const at = boundingAttribute(each.attribute);
        const known = byAttribute.get(at);
        const patterns = known?.patterns ?? new Set<string>();
        patterns.add(use.pattern.name);
        byAttribute.set(at, known && known.most <= each.most ? known : { ...each, patterns });
      }
    for (const [{ name, entity, decl }, { call, most, patterns }] of byAttribute) {
      const [first] = patterns;
      const more = patterns.size > 1 ? ` (and ${patterns.size - 1} more)` : '';
      const padded = printCall(call);
      const beyond = most + 1;
      const happens =
        call.name === 'descending'
          ? `${padded} makes no key of ${beyond}`
          : `${padded} writes ${beyond} with one digit more, which sorts before ${most}`;
      yield {
        span: decl.nameSpan,
        message: `Only if ${name} is never above ${most} is it sure that ${first}${more} returns the right items in the right order: ${happens}. Write max: ${most}, or pad to more digits.`,
        data: { entity, attribute: name, most },
      };
    }
  },
  fixes({ data: { entity, attribute, most } }, { design, text }) {
    const declared = design.entities.get(entity)?.attributes.get(attribute);
    return declared ? writeProperty(text, declared, 'max', String(most)) : [];
  },
});
