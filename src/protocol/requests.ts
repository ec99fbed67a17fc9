// The requests of our own between client and server, beside the LSP's: names and plain data.
// Deliberately without LSP types, as client and server use different versions of them.
import type { Exported, Wish } from '../core/export/export.ts';
import type { KeptSample } from '../core/ide/keep-samples.ts';
import type { PreviewSelection } from '../core/ide/preview-selection.ts';
import type { Overview } from '../core/preview/view/overview.ts';
import type { Answers, Question } from '../core/preview/view/questions.ts';
import type { Span } from '../core/text/span.ts';

/** A table definition for one target, made from an open model. */
export const generateRequest = 'singlet/generate';

export interface GenerateParams {
  readonly uri: string;
  /** The id of a target. */
  readonly target: string;
}

export type GenerateReply =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** A language of VS Code. */
      readonly languageId: string;
      /** What was assumed or left out, each in plain sentences. */
      readonly notes: readonly string[];
    }
  /** What stands in the way, at least one reason. */
  | {
      readonly kind: 'refused';
      readonly reasons: readonly { readonly message: string; readonly span: Span }[];
    }
  /** The server does not have that document open, or has no such target. */
  | { readonly kind: 'unknown' };

/** What can be generated, in the order in which it is offered. */
export const targetsRequest = 'singlet/targets';

export interface TargetInfo {
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
}

/** What a client may send when it starts the server; every part may be missing. */
export interface InitializationOptions {
  /** The address of a rule's page, with `{rule}` where the rule's id belongs, percent-encoded. */
  readonly rulePage?: string;
  /** The client's command that opens the preview of the document whose address it is given. */
  readonly previewCommand?: string;
  /** The client's command that verifies a pattern: it is given the document's address and the pattern's name. */
  readonly verifyCommand?: string;
}

/** What the preview of an open model shows. */
export const previewRequest = 'singlet/preview';

export interface PreviewParams {
  readonly uri: string;
  /** The parts that someone looks at. */
  readonly questions: readonly Question[];
}

/** What the cursor means in the preview. */
export const previewSelectionRequest = 'singlet/previewSelection';

export interface PreviewSelectionParams {
  readonly uri: string;
  /** In UTF-16 units, in the text of this version. */
  readonly offset: number;
  readonly version: number;
}

/** Null where the server has another text by now. */
export type PreviewSelectionReply = PreviewSelection | null;

/** Null where the server does not have that document open. */
export type PreviewReply = {
  /** That of the text of which the model was made. */
  readonly version: number;
  /** True if the text does not parse as a whole, so that the model may be without what is being written. */
  readonly broken: boolean;
  readonly overview: Overview;
  readonly answers: Answers;
} | null;

/** Line and character from 0, in UTF-16 units, as editors count. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** The preview of an open model as the text of a file. */
export const exportRequest = 'singlet/exportPreview';

export interface ExportParams {
  readonly uri: string;
  readonly wish: Wish;
  /** What an HTML page is made of; empty texts for other formats. */
  readonly page: { readonly script: string; readonly styles: string };
}

export type ExportReply =
  | Exported
  /** The server does not have that document open. */
  | { readonly kind: 'unknown' };

/** The access patterns of a model, open or not. */
export const patternsRequest = 'singlet/patterns';

export interface PatternsParams {
  readonly uri: string;
  /** The text of a document that the server does not have open. */
  readonly text?: string;
}

export interface PatternPlace {
  readonly name: string;
  /** What kind of operation it is: `query`. */
  readonly kind: string;
  /** The whole declaration; it begins with the name. */
  readonly range: TextRange;
}

/** In the order of the text; null where there is no text. */
export type PatternsReply = readonly PatternPlace[] | null;

/** The edits that write items under `samples` of an open model. */
export const keepSamplesRequest = 'singlet/keepSamples';

export interface KeepSamplesParams {
  readonly uri: string;
  readonly samples: readonly KeptSample[];
}

export type KeepSamplesReply =
  | {
      readonly kind: 'edits';
      /** That of the text that the edits are for. */
      readonly version: number;
      readonly edits: readonly { readonly range: TextRange; readonly newText: string }[];
    }
  /** All of them are samples of the model already. */
  | { readonly kind: 'kept-already' }
  /** The model has no such entity any more, or its samples stand where they cannot be added to. */
  | { readonly kind: 'no-place'; readonly entity: string }
  /** The server does not have that document open. */
  | { readonly kind: 'unknown' };
