// The languages of a design's attributes as automata, each made once.
// Deliberately the only place where patterns are compiled: what cannot be followed is taken for an undeclared text.
import type { Attribute } from '../../../model/design.ts';
import type { FunctionCall } from '../../../syntax/template.ts';
import { once } from '../../../text/once.ts';
import type { Automaton } from '../automata/automaton.ts';
import { compile } from '../automata/compile.ts';
import { type Outline, outlineOf } from '../automata/outline.ts';
import { anyText, type Pattern, plainText } from '../automata/pattern.ts';
import { lengthsWithin } from '../automata/plain.ts';
import { parsePattern } from '../automata/regexp.ts';
import { type Texts, textsBehind } from './domain.ts';

/** `plain`: only values that nobody doubts; a problem solved with those refutes. `all`: a problem without solution proves. */
export type Extent = 'all' | 'plain';

export interface Domain {
  readonly languages: Readonly<Record<Extent, readonly Automaton[]>>;
  /** True where the two differ. */
  readonly isOpen: boolean;
  /** What all values have in common, by each of the languages. */
  readonly outlines: (extent: Extent) => readonly Outline[];
}

/** Tells one chain of functions from another. */
export const signatureOf = (calls: readonly FunctionCall[]): string =>
  calls.map(({ name, args }) => `|${name}(${args.join()})`).join('');

export interface Domains {
  readonly of: (attribute: Attribute | undefined, calls: readonly FunctionCall[]) => Domain;
  /** Of an attribute that a guard holds to some values. */
  readonly ofTexts: (texts: Texts) => Domain;
}

export function createDomains(): Domains {
  const read = new Map<string, Pattern | undefined>();
  const readPattern = (source: string): Pattern | undefined => {
    if (!read.has(source)) read.set(source, parsePattern(source));
    return read.get(source);
  };
  const compiled = new Map<Pattern, Automaton | undefined>();
  const automaton = (pattern: Pattern): Automaton | undefined => {
    if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
    return compiled.get(pattern);
  };
  const outline = once(outlineOf);
  const anything = automaton(anyText);
  const plain = automaton(plainText);
  const ofTexts = (texts: Texts, lengths: readonly Automaton[] = []): Domain => {
    const all = automaton(texts.all);
    const few = automaton(texts.plain);
    const languages = (own: Automaton | undefined, other: Automaton | undefined) =>
      [own ?? other, ...lengths].filter((each) => each !== undefined);
    const byExtent = { all: languages(all, anything), plain: languages(few, plain) };
    return {
      languages: byExtent,
      isOpen: texts.isOpen || all === undefined,
      outlines: (extent) => byExtent[extent].map(outline),
    };
  };
  const known = new Map<Attribute | undefined, Map<string, Domain>>();
  return {
    ofTexts,
    of(attribute, calls) {
      const signature = signatureOf(calls);
      const byCalls = known.get(attribute) ?? new Map<string, Domain>();
      known.set(attribute, byCalls);
      const found =
        byCalls.get(signature) ??
        ofTexts(textsBehind(attribute, calls, readPattern), calls.length === 0 ? lengthsOf(attribute) : []);
      byCalls.set(signature, found);
      return found;
    },
  };
}

/** What `minSize` and `maxSize` say beyond the language. */
function lengthsOf(attribute: Attribute | undefined): readonly Automaton[] {
  if (attribute === undefined || attribute.type === 'number' || attribute.type === 'boolean') return [];
  const least = attribute.sources.find((source) => source.minSize !== undefined)?.minSize ?? 0;
  const most = attribute.sources.find((source) => source.maxSize !== undefined)?.maxSize;
  return least === 0 && most === undefined ? [] : [lengthsWithin(least, most ?? Number.POSITIVE_INFINITY)];
}
