// Workings as plain lines, the same for hover, preview, command line and documentation.
// Deliberately without markup; those who show them add their own.
import { printBytes, printMoney, printNumber, printShare } from '../../syntax/quantity.ts';
import type { Missing, Quantity } from './quantity.ts';
import type { Step, Unit } from './step.ts';

export function printValue(value: number, unit: Unit): string {
  switch (unit) {
    case 'B':
      return value < 10_000 ? `${printNumber(value)} B` : printBytes(value);
    case 'share':
      return printShare(value);
    case 'times':
      return value > 0 && value < 1e-6 ? `÷ ${printNumber(1 / value)}` : `× ${printNumber(value)}`;
    case 'items':
      return `${printNumber(value)} ${value === 1 ? 'item' : 'items'}`;
    case 'pages':
      return `${printNumber(value)} ${value === 1 ? 'page' : 'pages'}`;
    case 'queries':
      return `${printNumber(value)} ${value === 1 ? 'query' : 'queries'}`;
    case 'calls/s':
      return `${printNumber(value)} ${value === 1 ? 'call/s' : 'calls/s'}`;
    case 'USD':
      return `$${printNumber(value, 8)}`;
    case 'USD/month':
      return `${printMoney(value)}/month`;
    default:
      return `${printNumber(value)} ${unit}`;
  }
}

/** `1.5 RCU`; `at least 300 B` where a part is unknown, `unknown` where all of it is. */
export function printQuantity(quantity: Quantity, unit: Unit): string {
  if (quantity.mean !== undefined) return printValue(quantity.mean, unit);
  return quantity.atLeast > 0 ? `at least ${printValue(quantity.atLeast, unit)}` : 'unknown';
}

/** ` (1 to 12 RCU)`, empty where it cannot vary. */
export function printRange(quantity: Quantity, unit: Unit): string {
  const { min, max } = quantity;
  if (min === max) return '';
  return max === undefined
    ? `${printValue(min, unit)} or more`
    : `${printValue(min, unit)} to ${printValue(max, unit)}`;
}

/** Tenths of a cent and less are kept in workings, so that what is shown adds up to the cent. */
function printPart({ value, unit }: Step): string {
  const { mean } = value;
  if (unit !== 'USD/month' || mean === undefined || mean < 0.01) return printQuantity(value, unit);
  return `$${printNumber(Number(mean.toFixed(4)), 12)}/month`;
}

function remarkOn(step: Step): string {
  const remarks = [step.note, step.provenance === 'documented' ? undefined : step.provenance];
  const said = remarks.filter((remark) => remark !== undefined && remark !== '');
  return said.length > 0 ? ` (${said.join('; ')})` : '';
}

const printStep = (step: Step): string => `${printPart(step)}  ${step.label}${remarkOn(step)}`;

/** As far as a line of a working goes. */
const lineLength = 76;

/** The parts side by side, `23 B PK + 4 B nickname (in 25% of items)`, in as many lines as it takes. */
function printInline(parts: readonly Step[], indent: string): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const text = `${printPart(part)} ${part.label}${remarkOn(part)}`;
    const line = lines.at(-1);
    if (line === undefined) lines.push(`${indent}${text}`);
    else if (line.length + 3 + text.length <= lineLength) lines[lines.length - 1] = `${line} + ${text}`;
    else lines.push(`${indent}+ ${text}`);
  }
  return lines;
}

/** One line for each step, its parts below it, two spaces further in. */
export const printSteps = (steps: readonly Step[], indent = ''): readonly string[] =>
  steps.flatMap((step) => [
    `${indent}${printStep(step)}`,
    ...(step.isInline ? printInline(step.parts, `${indent}  `) : printSteps(step.parts, `${indent}  `)),
  ]);

/** One line for each thing that the model does not say. */
export const printMissing = (missing: readonly Missing[]): readonly string[] =>
  missing.map(({ what, write, assumed }) => {
    const said = assumed === undefined ? `Not known: ${what}.` : `Assumed: ${what}, ${assumed}.`;
    return write === undefined
      ? said
      : `${said} Write \`${write}\`${assumed === undefined ? '' : ' if not'}.`;
  });
