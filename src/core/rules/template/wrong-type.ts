// template/wrong-type: what a key template cannot be made of, and a text where the key is a number or binary.
// Deliberately not about plain attributes as keys; key/wrong-type looks at those.
import { type InputKind, type TemplateFunction, templateFunctions } from '../../facts/functions.ts';
import type { Attribute, Design, Entity, KeyAttribute } from '../../model/design.ts';
import type { AttributeType } from '../../model/model.ts';
import type { Placeholder, Template } from '../../syntax/template.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type Problem } from '../rule.ts';
import { inputKinds, kindsAfter, takes } from './input-kinds.ts';
import { type FunctionsUse, once, type TemplateUse } from './uses.ts';

export const wrongType = defineRule<undefined>({
  id: 'template/wrong-type',
  title: 'A key made of a value of the wrong type',
  why: 'A key attribute is a string, a number or binary (DynamoDB developer guide, as of 2026), and a template makes a string of texts, numbers and booleans. Maps, lists and sets have no place in it, and a function can only work on what it is made for.',
  remedy: 'Use an attribute or function of a type that fits, or declare the attribute’s type or format.',
  severity: 'error',
  check({ design, uses }) {
    const keys = otherKeys(design);
    const problems: Problem<undefined>[] = [];
    for (const use of uses.templates) {
      for (const placeholder of use.placeholders) {
        const problem = unprintable(use, placeholder);
        if (problem) problems.push(problem);
      }
      const key = use.line && keys.get(use.line.name);
      const problem = key && textAsKey(key, use);
      if (problem) problems.push(problem);
    }
    for (const use of uses.functions) {
      const problem = wrongInput(use);
      if (problem) problems.push(problem);
    }
    return once(problems);
  },
});

function attributeOf(entities: readonly Entity[], name: string): Attribute | undefined {
  for (const entity of entities) {
    const attribute = entity.attributes.get(name);
    if (attribute !== undefined) return attribute;
  }
  return undefined;
}

const printable: readonly (AttributeType | undefined)[] = ['string', 'number', 'boolean', undefined];

/** An attribute whose values have no text. */
function unprintable(use: TemplateUse, { name, nameSpan }: Placeholder): Problem<undefined> | undefined {
  const attribute = attributeOf(use.entities, name);
  if (attribute === undefined || printable.includes(attribute.type)) return undefined;
  if (attribute.type === 'binary' && lonePlaceholder(use.template) !== undefined) return undefined;
  const message = `${name} is a ${attribute.type}, and a key is made of texts, numbers and booleans. Use another attribute.`;
  return { span: nameSpan, message, related: [declared(attribute)], data: undefined };
}

const declared = ({ decl, name }: Attribute) => ({
  span: decl.nameSpan,
  message: `${name} is declared here`,
});

const lonePlaceholder = ({ parts }: Template) => {
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'placeholder' && only.functions.length === 0 ? only : undefined;
};

/** A template that makes a text, where the key has another type. */
function textAsKey(key: KeyAttribute, use: TemplateUse): Problem<undefined> | undefined {
  if (use.template.parts.length === 0) return undefined;
  const alone = lonePlaceholder(use.template);
  const attribute = alone && attributeOf(use.entities, alone.name);
  if (alone !== undefined && (attribute?.type === undefined || attribute.type === key.type)) return undefined;
  const literal = use.template.parts.every((part) => part.kind === 'literal') ? use.scalar.source : '';
  if (key.type === 'number' && /^-?\d+(\.\d+)?$/.test(literal)) return undefined;
  const what =
    attribute === undefined ? 'this template makes a text' : `${attribute.name} is a ${attribute.type}`;
  return {
    span: use.template.span,
    message: `The key ${key.name} is a ${key.type}, and ${what}. DynamoDB refuses to write such an item. Name one ${key.type} attribute, or make the key a string.`,
    related: [{ span: key.span, message: `the key ${key.name}` }],
    data: undefined,
  };
}

/** The keys that are no strings, by name. */
function otherKeys({ targets }: Design): ReadonlyMap<string, KeyAttribute> {
  const keys = targets.flatMap((target) => [...target.partitionKey, ...target.sortKey]);
  return new Map(keys.flatMap((key) => (key.type === 'string' ? [] : [[key.name, key] as const])));
}

const described = ({ name, format, type }: Attribute): string =>
  format === undefined ? `${name} is a ${type}` : `${name} has the format ${format.name}`;

const words: Readonly<Record<InputKind, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'a boolean',
  digits: 'a text of digits',
  time: 'a time (a format such as date-time or epoch-seconds)',
};

/** A function that cannot work on what it is put behind. */
function wrongInput(use: FunctionsUse): Problem<undefined> | undefined {
  const attribute = attributeOf(use.entities, use.attribute);
  let kinds = attribute && inputKinds(attribute);
  let subject = attribute && described(attribute);
  for (const { name, args, nameSpan } of use.functions) {
    const known = templateFunctions.get(name);
    if (known === undefined || kinds === undefined || attribute === undefined) return undefined;
    if (!takes(known, kinds)) {
      const accepted = listOf(
        inputsOf(known).map((kind) => words[kind]),
        'or',
      );
      const message = `${name} takes ${accepted}, and ${subject}. Remove ${name}, or declare the type that ${attribute.name} has.`;
      return { span: nameSpan, message, related: [declared(attribute)], data: undefined };
    }
    kinds = kindsAfter(known, args);
    subject = `${name} gives ${kinds.includes('digits') ? 'a text of digits' : 'a text'}`;
  }
  return undefined;
}

/** What it takes, in few words: to a function of texts, digits and times are texts. */
const inputsOf = ({ accepts }: TemplateFunction): readonly InputKind[] =>
  accepts.includes('string') ? accepts.filter((kind) => kind !== 'digits' && kind !== 'time') : accepts;
