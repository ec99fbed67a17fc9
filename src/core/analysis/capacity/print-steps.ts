// Workings as plain lines, the same for hover, preview, command line and documentation.
// Deliberately without markup; those who show them add their own.
import { printBytes, printMoney, printNumber, printShare } from '../../syntax/quantity.ts';
import type { Missing, Quantity } from './quantity.ts';
import { type Setting, settingAdvice } from './setting.ts';
import type { Step, Unit } from './step.ts';

/** @param digits the significant digits that are kept */
export function printValue(value: number, unit: Unit, digits = 4): string {
  const number = printNumber(value, digits);
  switch (unit) {
    case 'B':
      return value < 10_000 ? `${number} B` : printBytes(value);
    case 'share':
      return printShare(value, digits);
    case 'times':
      return value > 0 && value < 1e-6 ? `÷ ${printNumber(1 / value, digits)}` : `× ${number}`;
    case 'items':
      return `${number} ${value === 1 ? 'item' : 'items'}`;
    case 'pages':
      return `${number} ${value === 1 ? 'page' : 'pages'}`;
    case 'queries':
      return `${number} ${value === 1 ? 'query' : 'queries'}`;
    case 'calls/s':
      return `${number} ${value === 1 ? 'call/s' : 'calls/s'}`;
    case 'USD':
      return `$${printNumber(value, 8)}`;
    case 'USD/month':
      return `${printMoney(value)}/month`;
    default:
      return `${number} ${unit}`;
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

/** What the figures of a working are kept to, so that who works it out again comes to the same cent. */
const workingDigits = 6;

/** Bytes stay bytes, since that is what is rounded up; and tenths of a cent stay, so that parts add up to the cent. */
function printExactly(value: number, unit: Unit): string {
  if (unit === 'B') return `${printNumber(value, workingDigits)} B`;
  if (unit !== 'USD/month' || value < 0.01) return printValue(value, unit, workingDigits);
  return `$${printNumber(Number(value.toFixed(4)), 12)}/month`;
}

function printPart({ value: { mean, atLeast }, unit }: Step): string {
  if (mean !== undefined) return printExactly(mean, unit);
  return atLeast > 0 ? `at least ${printExactly(atLeast, unit)}` : 'unknown';
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

/** One line for each thing that the model does not say. `advice` says where what no line of it tells can be set. */
export const printMissing = (
  missing: readonly Missing[],
  advice: (setting: Setting) => string = settingAdvice,
): readonly string[] =>
  missing.map(({ what, write, setting, assumed }) => {
    const said = assumed === undefined ? `Not known: ${what}.` : `Assumed: ${what}, ${assumed}.`;
    if (write !== undefined) return `${said} Write \`${write}\`${assumed === undefined ? '' : ' if not'}.`;
    return setting === undefined ? said : `${said} ${advice(setting)}`;
  });
