// Values for attributes that reference nothing: by format, pattern, name and bounds, each slot another one.
// Deliberately undefined where no value that keeps to all that is declared was found: never a wrong one.
import type { Format } from '../../facts/formats.ts';
import type { Attribute } from '../../model/design.ts';
import type { AttributeDecl } from '../../model/model.ts';
import { utf8Length } from '../../text/utf8.ts';
import type { DynamoItem, DynamoValue } from '../capacity/item.ts';
import { type Hostility, hostileMaker } from './hostile.ts';
import { mixed } from './mixed.ts';
import { numberFor } from './own-numbers.ts';
import { type PatternText, patternText } from './pattern-text.ts';
import { printValue } from './print-value.ts';
import { scalarValue } from './scalar-value.ts';
import { digitsFor, prose, proseLength, type Vocabulary, vocabularyFor, wordsOf } from './words.ts';

/** What an attribute is used for, where that bounds its values. */
export interface Use {
  readonly inPrimaryKey: boolean;
  readonly timeToLive: boolean;
  /** Unwritten, values are plain. */
  readonly hostility?: Hostility | undefined;
}

/** The value of each slot, always the same; in keys and where `unique`, different slots differ while they can. */
export type OwnValues = (slot: number) => DynamoValue | undefined;

/** Longer texts show no more, and are cut; a `minSize` above it is kept to. */
const longestText = 4_096;
const attempts = 40;

export function ownValues(attribute: Attribute, use: Use): OwnValues {
  const made = new Map<number, DynamoValue | undefined>();
  const used = new Set<string>();
  const plain = makerFor(attribute, use);
  const distinct = use.inPrimaryKey || attribute.decl.unique;
  const make = use.hostility ? hostileMaker(attribute, distinct, use.hostility, plain) : plain;
  return (slot) => {
    if (made.has(slot)) return made.get(slot);
    let value: DynamoValue | undefined;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const candidate = make(slot, attempt);
      if (candidate === undefined) continue;
      value ??= candidate;
      if (distinct && used.has(printValue(candidate))) continue;
      value = candidate;
      break;
    }
    if (value !== undefined) used.add(printValue(value));
    made.set(slot, value);
    return value;
  };
}

export type Maker = (slot: number, attempt: number) => DynamoValue | undefined;

function makerFor(attribute: Attribute, use: Use): Maker {
  const { decl, type, format } = attribute;
  const constant = decl.constant;
  if (constant) return () => scalarValue(String(constant.value), type);
  const seed = mixed(`${attribute.entity}.${attribute.name}`);
  const texts = textMaker(attribute, seed);
  const item = (slot: number, attempt: number, index: number): string =>
    texts(slot * 3 + index, attempt) ?? `${decl.name}-${index + 1}`;
  const inner = { entity: attribute.entity, decl, seed };
  switch (type) {
    case undefined:
    case 'string':
      return (slot, attempt) => {
        const text = texts(slot, attempt);
        return text === undefined ? undefined : { type: 'string', value: text };
      };
    case 'number':
      return (slot, attempt) => {
        const own =
          format?.type === 'number' ? formatted(format, decl, seed, slot + attempt * 89) : undefined;
        const text = own ?? numberFor(attribute, use, seed, slot + attempt * 13);
        return text === undefined ? undefined : { type: 'number', value: text };
      };
    case 'boolean':
      return (slot) => ({ type: 'boolean', value: (slot + seed) % 2 === 0 });
    case 'binary':
      return (slot, attempt) => ({
        type: 'binary',
        value: bytesFor(decl.size, `${seed}/${slot}/${attempt}`),
      });
    case 'null':
      return () => ({ type: 'null' });
    case 'string-set':
      return (slot, attempt) => ({ type, value: [...new Set([0, 1].map((i) => item(slot, attempt, i)))] });
    case 'number-set':
      return (slot) => ({ type, value: [1, 2].map((i) => String(1 + (seed % 9) + slot * 3 + i * 10)) });
    case 'binary-set':
      return (slot) => ({ type, value: [0, 1].map((i) => bytesFor(6, `${seed}/${slot}/${i}`)) });
    case 'list':
      return (slot) => ({ type, value: [0, 1].map((i) => innerText(inner, slot * 2 + i, 2)) });
    case 'map':
      return (slot) => ({ type, value: mapFor(inner, slot) });
  }
}

/** What happens after something else was created, so that a picture does not contradict itself. */
const afterwards = /updat|modif|expir|end|clos|deliver|last|paid|ship/i;

/** Times rise with the slot, some hours apart, or over the `span` that is declared. */
function formatted(format: Format, decl: AttributeDecl, seed: number, n: number): string {
  const day = 86_400;
  const unit = format.name === 'date' ? day : format.name === 'year-month' ? 30 * day : 17 * 60;
  const step = format.risesWithTime ? Math.max(1, Math.round((decl.timeSpan ?? 14 * day) / 14 / unit)) : 1;
  const later = format.risesWithTime && afterwards.test(decl.name) ? 60 : 0;
  return String(format.sample((seed % 40) + later + n * step));
}

function textMaker(
  attribute: Attribute,
  seed: number,
): (slot: number, attempt: number) => string | undefined {
  const { decl, format } = attribute;
  const pattern = decl.pattern && patternText(decl.pattern.value);
  if (decl.pattern && !pattern) return () => undefined;
  const vocabulary = vocabularyFor(attribute.entity, attribute.name);
  const [least, most] = [decl.minSize ?? 1, decl.maxSize ?? Number.POSITIVE_INFINITY];
  const fits = (text: string): boolean => {
    const bytes = utf8Length(text);
    return bytes >= least && bytes <= most && (!pattern || pattern.fits(text));
  };
  return (slot, attempt) => {
    if (format?.type === 'string') {
      const text = formatted(format, decl, seed, slot + attempt * 89);
      return fits(text) ? text : undefined;
    }
    const candidates = textsFor(decl, vocabulary, seed, slot + attempt * 11, attempt > 3).filter(fits);
    const wanted = decl.size;
    const [first] = candidates;
    if (first !== undefined && (wanted === undefined || candidates.length === 1)) return first;
    const byDistance = candidates.toSorted((a, b) => distance(a, wanted) - distance(b, wanted));
    return byDistance[0] ?? fallback(decl, pattern || undefined, fits, `${seed}`, slot + attempt * 11);
  };
}

const distance = (text: string, wanted: number | undefined): number => Math.abs(text.length - (wanted ?? 0));

/** Numbered where the bare words are used up: for keys that would meet otherwise. */
function textsFor(
  decl: AttributeDecl,
  vocabulary: Vocabulary,
  seed: number,
  n: number,
  numbered: boolean,
): readonly string[] {
  const wanted = Math.max(
    decl.minSize ?? 0,
    Math.min(longestText, decl.size ?? 0, decl.maxSize ?? longestText),
  );
  if (vocabulary.kind === 'id') return [digitsFor(seed, n, Math.min(longestText, decl.size ?? 6))];
  const shift = n + (seed % 5);
  if (vocabulary.kind === 'long') return [prose('', shift, wanted || proseLength(shift))];
  const texts = vocabulary.texts(shift);
  const near = texts.some((text) => text.length * 2 > wanted);
  if (!near) return texts.map((text) => prose(`${text}.`, shift, wanted));
  return numbered ? texts.map((text) => `${text}-${n + 1}`) : texts;
}

/** Where no word fits: a text of the pattern's own, else digits as long as they may be. */
function fallback(
  decl: AttributeDecl,
  pattern: PatternText | undefined,
  fits: (text: string) => boolean,
  seed: string,
  n: number,
): string | undefined {
  const length = Math.max(decl.minSize ?? 1, Math.min(decl.size ?? 8, decl.maxSize ?? longestText));
  const text = pattern ? pattern.sample(mixed(`${seed}/${n}`), length) : digitsFor(mixed(seed), n, length);
  return text !== undefined && fits(text) ? text : undefined;
}

interface Inner {
  readonly entity: string;
  readonly decl: AttributeDecl;
  readonly seed: number;
}

/** A text inside a list or map, of the share of the size that is left for it. */
function innerText({ entity, decl, seed }: Inner, n: number, parts: number): DynamoValue {
  const vocabulary = vocabularyFor(entity, decl.name);
  const shift = n + (seed % 5);
  const text = vocabulary.texts(shift)[0] ?? prose('', shift, proseLength(shift));
  const room = Math.min(longestText, Math.floor((decl.size ?? 0) / parts) - 10);
  return { type: 'string', value: room > text.length ? prose(text, n, room) : text };
}

function mapFor(inner: Inner, n: number): DynamoItem {
  if (!wordsOf(inner.decl.name).some((word) => word.startsWith('address'))) {
    return new Map([['note', innerText(inner, n, 1)]]);
  }
  const textOf = (name: string): DynamoValue => ({
    type: 'string',
    value: vocabularyFor(inner.entity, name).texts(n + (inner.seed % 4))[0] ?? name,
  });
  return new Map(['street', 'city', 'country'].map((name) => [name, textOf(name)]));
}

/** As many bytes as the size says. */
function bytesFor(size: number | undefined, seed: string): Uint8Array {
  const count = Math.min(longestText, Math.max(1, Math.round(size ?? 12)));
  return Uint8Array.from({ length: count }, (_, i) => mixed(`${seed}/${i}`) & 0xff);
}
