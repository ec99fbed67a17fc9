// What is wrong with one scalar, given the forms that it may have.
// Deliberately knows no places in the text; shape.ts finds the scalar and points at it.
import { formats } from '../facts/formats.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import { awsWord } from './aws-words.ts';
import { attributeTypes } from './schema/entities.ts';
import { expectation, type Form, isScalarForm, optionsOf, type ScalarForm } from './schema/form.ts';
import type { AwsWord, Found, ShapeProblem } from './shape-issue.ts';
import { nearest } from './suggest.ts';
import type { WordPlace } from './word-place.ts';

/** The problem of a scalar where `form` belongs, which may be no form of scalars at all. */
export function scalarProblem(
  node: ScalarNode,
  form: Form,
  place: WordPlace | undefined,
): ShapeProblem | undefined {
  const forms = form.kind === 'scalar' ? [form] : optionsOf(form).filter(isScalarForm);
  const { value, source } = node;
  const foreign = foreignWord(node, forms, place);
  if (foreign) return foreign;
  if (forms.some((option) => option.accepts(value))) return undefined;
  const expected = expectation(form);
  if (value === null)
    return { kind: 'wrong-type', expected, found: 'nothing', value: undefined, quotes: false };
  const bounded = forms.find((option) => option.type === 'number' && option.values === undefined);
  if (bounded && typeof value === 'number' && isOutside(value, bounded)) {
    return { kind: 'out-of-range', value, min: bounded.min, max: bounded.max, of: 'number' };
  }
  const quotes = typeof value !== 'string' && forms.some((option) => option.accepts(source));
  const found = foundIn(node);
  if (quotes || forms.length === 0) return { kind: 'wrong-type', expected, found, value: source, quotes };
  const allowed = forms.flatMap((option) => option.values ?? []);
  if (allowed.length > 0) {
    return {
      kind: 'unknown-value',
      value: source,
      allowed,
      nearest: nearest(source, allowed.map(String)),
      expected,
    };
  }
  const isForm = bounded === undefined || forms.length > 1 || found === 'number';
  return isForm
    ? { kind: 'wrong-form', value: source, expected }
    : { kind: 'wrong-type', expected, found, value: source, quotes };
}

/** What a node is, for people. */
export function foundIn(node: ScalarNode): Found {
  switch (typeof node.value) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'nothing';
  }
}

const isOutside = (value: number, { min, max }: ScalarForm): boolean =>
  (min !== undefined && value < min) || (max !== undefined && value > max);

/** A word of another tool; free text, such as the one word of an attribute, can be one too. */
function foreignWord(
  node: ScalarNode,
  forms: readonly ScalarForm[],
  place: WordPlace | undefined,
): AwsWord | undefined {
  if (typeof node.value === 'number') return undefined;
  // Where any text may stand, `NO` is that text.
  const takesText = forms.some((form) => form.type === 'text' && form.values === undefined);
  const isBoolean = !takesText && forms.some((form) => form.type === 'boolean');
  const where = isBoolean ? 'yes or no' : place;
  if (where === undefined) return undefined;
  const allowed = forms.flatMap((form) => form.values ?? []).map(String);
  const word = node.source;
  const asWord = {
    kind: 'aws-word',
    word,
    isKey: false,
    replaces: true,
    advice: undefined,
    key: undefined,
  } as const;
  if (node.value === null) {
    // YAML reads `null` and `NULL` as nothing, and the type of that name is text.
    const isTypeName =
      word.toLowerCase() === 'null' && (place === 'attribute word' || allowed.includes('null'));
    return isTypeName ? { ...asWord, ours: '"null"' } : undefined;
  }
  if (typeof node.value === 'boolean' && where !== 'consistency') return undefined;
  const found = awsWord(where, word, allowed.length > 0 ? allowed : freeWords(where));
  return found && { ...asWord, ...found };
}

/** The words of ours in places where others may stand, too. */
function freeWords(place: WordPlace): readonly string[] {
  switch (place) {
    case 'attribute word':
      return attributeWords;
    case 'format':
      return formatNames;
    case 'order':
      return ['ascending', 'descending'];
    default:
      return [];
  }
}

const formatNames: readonly string[] = [...formats.keys()];
const attributeWords: readonly string[] = [...attributeTypes, ...formatNames];
