// Colours of the terminal, or none.
// Deliberately the sixteen basic ones, which every theme makes readable.
import type { Severity } from '../../core/rules/rule.ts';

export interface Style {
  file(text: string): string;
  severity(severity: Severity, text: string): string;
  dim(text: string): string;
}

const inCode = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 34, hint: 36 };

export const plain: Style = {
  file: (text) => text,
  severity: (_, text) => text,
  dim: (text) => text,
};

export const coloured: Style = {
  file: inCode(1),
  severity: (severity, text) => inCode(colours[severity])(text),
  dim: inCode(2),
};
