// A working as a reader has it: lines of print, worked out again from the figures that stand in them.
// Deliberately knows nothing of steps; a line with parts is the sum or the product of them, or rounded units.

interface Line {
  readonly text: string;
  readonly depth: number;
  readonly figure: number | undefined;
  readonly unit: string;
}

const numberIn = (digits: string): number => Number(digits.replaceAll(',', ''));

/** `8 B PK + 16 B SK`, and `+ 259.4 B e (in 37% of items)` on the next line: what stands side by side is added up. */
function inlineSum(text: string): number | undefined {
  const parts = [...text.matchAll(/(?:^|\+ )([\d,]+(?:\.\d+)?) B /g)].map(([, digits = '']) =>
    numberIn(digits),
  );
  return text.includes('  ') || parts.length === 0 ? undefined : parts.reduce((all, part) => all + part, 0);
}

/** `× 0.5`, `÷ 1,000`, `12%`, `$0.625`, `$3.21/month`, `1,234 WCU/s`. */
function lineOf(text: string): Line {
  const depth = text.search(/\S/) / 2;
  const inline = inlineSum(text.trim());
  if (inline !== undefined) return { text, depth, figure: inline, unit: 'B' };
  const [figure = ''] = text.trim().split('  ');
  const [, sign = '', digits = '', rest = ''] = /^([×÷$]?) ?([\d,]+(?:\.\d+)?)(.*)$/.exec(figure) ?? [];
  const value = digits === '' ? undefined : numberIn(digits);
  const scaled =
    value === undefined ? undefined : sign === '÷' ? 1 / value : rest === '%' ? value / 100 : value;
  return {
    text,
    depth,
    figure: scaled,
    unit: `${sign === '$' ? '$' : ''}${rest.trim()}`,
  };
}

/** Money stands to the ten-thousandth of a dollar, everything else to six digits. */
const isClose = (a: number, b: number, parts: number): boolean =>
  Math.abs(a - b) <= 2e-5 * Math.max(Math.abs(a), Math.abs(b)) + 1e-4 * parts;

/** Lines of which neither the sum nor the product of the parts below them is the figure. */
export function wrongInPrint(lines: readonly string[]): readonly string[] {
  const all = lines.map(lineOf);
  return all.flatMap(({ text, depth, figure, unit }, at) => {
    const end = all.findIndex((line, i) => i > at && line.depth <= depth);
    const parts = all.slice(at + 1, end < 0 ? all.length : end).filter((line) => line.depth === depth + 1);
    // Bytes are rounded up to units, and capacity follows its use within bounds: no sum and no product.
    const isRounded = parts.some((part) => part.unit === 'B') && unit !== 'B';
    if (parts.length === 0 || figure === undefined || isRounded || /capacity|at the least/.test(text))
      return [];
    const figures = parts.map((part) => part.figure);
    if (!figures.every((each) => each !== undefined)) return [];
    const sum = figures.reduce((total, each) => total + each, 0);
    const product = figures.reduce((total, each) => total * each, 1);
    return isClose(sum, figure, parts.length) || isClose(product, figure, 1) ? [] : [text];
  });
}
