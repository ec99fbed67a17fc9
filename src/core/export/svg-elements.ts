// SVG as text: elements whose attributes and contents are escaped, and texts shortened to their place.
// Deliberately the one way in which text of a model gets into a picture.
import { escapeHtml } from '../preview/html.ts';

/** Text that has become markup by `element` or `text`. */
export interface Markup {
  readonly markup: string;
}

/** What XML 1.0 forbids or advises against (2.2, Characters): control characters, halves of pairs, two noncharacters. */
const isIllegal = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0;
  const isControl = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd;
  const isLateControl = code >= 0x7f && code <= 0x9f;
  return (
    isControl || isLateControl || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff
  );
};

export const escapeXml = (text: string): string =>
  escapeHtml([...text].map((char) => (isIllegal(char) ? '\ufffd' : char)).join(''));

export type Attributes = Readonly<Record<string, string | number>>;

/** @param name of ours, as are the names of attributes */
export function element(
  name: string,
  attributes: Attributes,
  children: readonly (Markup | string)[] = [],
): Markup {
  const printed = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inner = children
    .map((child) => (typeof child === 'string' ? escapeXml(child) : child.markup))
    .join('');
  return { markup: inner === '' ? `<${name}${printed}/>` : `<${name}${printed}>${inner}</${name}>` };
}

/** Characters of East Asian scripts and pictographs take two columns (Unicode Standard Annex 11, W and F, in the rough). */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{3ffff}]/u;

const columns = (char: string): number => (wide.test(char) ? 2 : 1);

/** In columns of a monospaced font. */
export const widthOf = (text: string): number => [...text].reduce((width, char) => width + columns(char), 0);

/** The text in at most so many columns, with an ellipsis where something is left out; line breaks become spaces. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s/g, ' ');
  if (widthOf(line) <= most) return line;
  let width = 1;
  const kept: string[] = [];
  for (const char of line) {
    width += columns(char);
    if (width > most) break;
    kept.push(char);
  }
  return `${kept.join('')}…`;
}
