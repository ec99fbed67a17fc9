// What a reader of a model sees of a defect of ours: a diagnostic where the findings are missing, a hover that failed.
// Deliberately without the error itself, which is for the log: the reader did nothing wrong.
import { type Diagnostic, DiagnosticSeverity, type Hover } from 'vscode-languageserver/node';
import { diagnosticSource } from './convert.ts';
import type { ModelFile } from './model-file.ts';

/** Not the id of a rule, so that no comment can silence it. */
export const crashCode = 'internal-error';

const whatNow = 'This is a defect of Singlet, not of the model; the output of Singlet has the details.';

/** On the first line, as nobody knows where the rule would have pointed. */
export const ruleCrashed = (file: ModelFile, rule: string): Diagnostic =>
  crashOf(
    file,
    DiagnosticSeverity.Warning,
    `The rule ${rule} failed on this model, so what it would find is missing. ${whatNow}`,
  );

export const checkFailed = (file: ModelFile): Diagnostic =>
  crashOf(file, DiagnosticSeverity.Error, `This model could not be checked. ${whatNow}`);

export const hoverFailed: Hover = { contents: `No hover: it failed here. ${whatNow}` };

function crashOf({ text }: ModelFile, severity: DiagnosticSeverity, message: string): Diagnostic {
  const character = /^[^\r\n]*/.exec(text)?.[0].length ?? 0;
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character } },
    severity,
    code: crashCode,
    source: diagnosticSource,
    message,
  };
}
