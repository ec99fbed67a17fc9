// name/unknown-type: the one word of an attribute, or its format, is nothing that the language knows.
// Deliberately says which of type, format and reference was likely meant.
import { formats } from '../../facts/formats.ts';
import { awsWord } from '../../model/aws-words.ts';
import type { Design } from '../../model/design.ts';
import { referenceTexts, splitReference } from '../../model/resolve-attributes.ts';
import { attributeTypes } from '../../model/schema/entities.ts';
import { nearest } from '../../model/suggest.ts';
import { didYouMean } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { renameTo } from '../support.ts';

interface Data {
  readonly name: string;
  readonly nearest: string | undefined;
}

const words: ReadonlySet<string> = new Set([...attributeTypes, ...formats.keys()]);

/** A reference, or a word of other tools, of which schema/aws-word speaks. */
const isKnown = (word: string): boolean =>
  splitReference(word) !== undefined || awsWord('attribute word', word, [...words]) !== undefined;

const referencesIn = (design: Design): readonly string[] =>
  [...design.entities.values()].flatMap((entity) =>
    [...entity.attributes.keys()].map((name) => `${entity.name}.${name}`),
  );

export const unknownType = defineRule<Data>({
  id: 'name/unknown-type',
  title: 'A type or format that the language does not know',
  why: 'Type and format give size, order and alphabet. Without them the size of the item, its cost and the proofs about its keys stay unknown.',
  remedy:
    'Write a DynamoDB type (`string`, `number`, `map`, …), a format (`uuid`, `date-time`, …) or a reference (`Customer.username`).',
  severity: 'error',
  *check({ model, design }) {
    for (const attribute of model.entities.flatMap((entity) => entity.attributes)) {
      const { word, format } = attribute;
      if (word && !words.has(word.value) && !isKnown(word.value)) {
        const near = nearest(word.value, words);
        const message = `${word.value} is no type, format or reference.${didYouMean(near) || ' Write a type such as string, a format such as uuid, or a reference such as Customer.username.'}`;
        yield { span: word.span, message, data: { name: word.value, nearest: near } };
      }
      if (format && !formats.has(format.value) && !awsWord('format', format.value, [...formats.keys()])) {
        const near = nearest(format.value, formats.keys());
        const known = ` Known are ${[...formats.keys()].join(', ')}.`;
        const message = `${format.value} is no format.${didYouMean(near) || known}`;
        yield { span: format.span, message, data: { name: format.value, nearest: near } };
      }
      for (const reference of referenceTexts(attribute)) {
        if (splitReference(reference.value)) continue;
        const references = referencesIn(design);
        const near =
          references.find((known) => known.endsWith(`.${reference.value}`)) ??
          nearest(reference.value, references);
        const message = `${reference.value} is no reference: write Entity.attribute.${didYouMean(near)}`;
        yield { span: reference.span, message, data: { name: reference.value, nearest: near } };
      }
    }
  },
  fixes: ({ span, data }) => renameTo(span, data.nearest),
});
