// Values that break keys which only look right: separators inside, other letters, equal numbers, the longest there may be.
// Deliberately within what is declared: a value that pattern, format or bounds rule out breaks nothing.
import type { Attribute, Entity } from '../../model/design.ts';
import type { AttributeDecl } from '../../model/model.ts';
import { utf8Length } from '../../text/utf8.ts';
import type { DynamoValue } from '../capacity/item.ts';
import type { Maker } from './own-values.ts';
import { patternText } from './pattern-text.ts';

/** What hostile values of an entity aim at. */
export interface Hostility {
  /** What keys put before and between their parts: signs first, then whole literals. */
  readonly separators: readonly string[];
  /** Attributes of which some key is made: those cannot be long. */
  readonly inKeys: ReadonlySet<string>;
}

export function hostilityOf({ layouts }: Entity): Hostility {
  const parts = layouts.flatMap((layout) =>
    [...layout.partition, ...layout.sort].flatMap(({ template }) => template.parts),
  );
  const literals = parts.flatMap((part) => (part.kind === 'literal' ? [part.text] : []));
  const signs = literals.flatMap((text) => [...text].filter((sign) => !/[\p{L}\p{N}]/u.test(sign)));
  return {
    separators: [...new Set([...signs, ...literals])],
    inKeys: new Set(parts.flatMap((part) => (part.kind === 'placeholder' ? [part.name] : []))),
  };
}

/** Bytes of the longest value: a key has room for several, an item for more. */
const longestInKey = 300;
const longestBeside = 16_384;

type Change = (base: string, of: Hostility, longest: number) => string;

const swappedCase = (text: string): string =>
  [...text].map((sign) => (sign === sign.toUpperCase() ? sign.toLowerCase() : sign.toUpperCase())).join('');

const separator = ({ separators }: Hostility, index: number): string =>
  separators[index % Math.max(1, separators.length)] ?? '#';

/** By slot. The first value of a kind is what it was, so that the others can be taken for it. */
const changes: readonly Change[] = [
  (base) => base,
  (base, of) => `${base}${separator(of, 0)}${base}`,
  swappedCase,
  (base) => `${base}0`,
  (base, of) => `${separator(of, 0)}${base}`,
  (base) => `é\u{E000}\u{1F600}${base}`,
  (base, of) => `${separator(of, of.separators.length - 1)}${base}`,
  (base, _, longest) => base + 'z'.repeat(Math.max(0, longest - utf8Length(base))),
];

/** Whether a text keeps to all that is declared of the attribute. */
export function fitting({ decl, format }: Attribute): (text: string) => boolean {
  const pattern = decl.pattern && patternText(decl.pattern.value);
  const form = format && new RegExp(format.pattern, 'u');
  return (text) => {
    const bytes = utf8Length(text);
    if (bytes < (decl.minSize ?? 1) || bytes > (decl.maxSize ?? Number.POSITIVE_INFINITY)) return false;
    if (decl.pattern && !pattern?.fits(text)) return false;
    return form === undefined || form.test(text);
  };
}

const within = ({ min, max }: AttributeDecl, number: number): boolean =>
  number >= (min ?? number) && number <= (max ?? number);

/** Like the plain values of the attribute, some of them changed where that fits what is declared. */
export function hostileMaker(attribute: Attribute, isIdentity: boolean, of: Hostility, plain: Maker): Maker {
  const { decl, type } = attribute;
  if (decl.constant || decl.enumeration) return plain;
  if (type === 'number') return hostileNumbers(attribute, isIdentity, plain);
  if (type !== 'string') return plain;
  const fits = fitting(attribute);
  const bound = of.inKeys.has(attribute.name) ? longestInKey : longestBeside;
  const longest = Math.min(decl.maxSize ?? longestInKey, bound);
  return (slot, attempt) => {
    const change = changes[slot % changes.length];
    const base = attempt === 0 ? plain(Math.floor(slot / changes.length), 0) : undefined;
    const text = base?.type === 'string' ? change?.(base.value, of, longest) : undefined;
    return text !== undefined && fits(text) ? { type: 'string', value: text } : plain(slot, attempt);
  };
}

/** Equal ones, where nothing keeps them apart, and the ends of what is allowed. */
function hostileNumbers({ decl, format }: Attribute, isIdentity: boolean, plain: Maker): Maker {
  const number = (value: number): DynamoValue | undefined =>
    Number.isSafeInteger(value) && within(decl, value) ? { type: 'number', value: String(value) } : undefined;
  return (slot, attempt) => {
    if (attempt > 0) return plain(slot, attempt);
    const ends = [decl.max, decl.min, 9, 10][slot % 8];
    const end = ends === undefined || format ? undefined : number(ends);
    const same = !isIdentity && slot % 2 === 1 ? plain(slot - 1, 0) : undefined;
    return end ?? same ?? plain(slot, 0);
  };
}
