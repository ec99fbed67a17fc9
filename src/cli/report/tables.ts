// Sections of tables and notes, as aligned text or as Markdown.
// Deliberately knows nothing of what stands in them; names of the model are marked as such, so that each format escapes them.
import { code, plainText, table } from '../../core/ide/markdown.ts';
import { printable } from '../../core/text/printable.ts';

/** A text of ours, or one of the model. */
export type Cell = string | { readonly model: string };

export interface Column {
  readonly head: string;
  /** Figures stand to the right. */
  readonly isFigure?: boolean;
}

export interface Section {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Below the table; lines of ours with texts of the model in them, to be escaped. */
  readonly notes: readonly string[];
}

const isEmpty = ({ rows, notes }: Section): boolean => rows.length === 0 && notes.length === 0;

const inText = (cell: Cell): string => printable(typeof cell === 'string' ? cell : cell.model);
const inMarkdown = (cell: Cell): string =>
  typeof cell === 'string' ? cell : cell.model === '' ? '' : code(cell.model);

function textTable({ columns, rows }: Section): readonly string[] {
  if (rows.length === 0) return [];
  const all = [columns.map(({ head }) => head), ...rows.map((row) => row.map(inText))];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => [...(row[i] ?? '')].length)));
  return all.map((row) =>
    `  ${columns
      .map(({ isFigure }, i) => {
        const cell = row[i] ?? '';
        const gap = ' '.repeat((widths[i] ?? 0) - [...cell].length);
        return isFigure ? gap + cell : cell + gap;
      })
      .join('  ')}`.trimEnd(),
  );
}

const textSection = (section: Section): string =>
  [
    section.title,
    ...textTable(section),
    ...section.notes.map((note) => `${section.rows.length > 0 ? '  ' : ''}${printable(note)}`),
  ].join('\n');

function markdownSection(section: Section): string {
  const { title, columns, rows, notes } = section;
  const right = new Set(columns.flatMap(({ isFigure }, i) => (isFigure ? [i] : [])));
  const heads = columns.map(({ head }) => head);
  const cells = rows.map((row) => row.map(inMarkdown));
  return [
    `## ${title}`,
    ...(rows.length > 0 ? [table(heads, cells, right)] : []),
    ...(notes.length > 0 ? [notes.map((note) => `- ${escapedNote(note)}`).join('\n')] : []),
  ].join('\n\n');
}

/** What stands in backticks stays code. */
const escapedNote = (note: string): string =>
  note
    .split('`')
    .map((part, i, all) => (i % 2 === 1 && i < all.length - 1 ? code(part) : plainText(part)))
    .join('');

export interface Report {
  /** A text of the model. */
  readonly title: string;
  readonly summary: readonly string[];
  readonly sections: readonly Section[];
}

export const textReport = ({ title, summary, sections }: Report): string =>
  `${[
    [printable(title), ...summary.map(printable)].join('\n'),
    ...sections.filter((each) => !isEmpty(each)).map(textSection),
  ].join('\n\n')}\n`;

export const markdownReport = ({ title, summary, sections }: Report): string =>
  `${[
    `# ${plainText(title)}`,
    summary.map(plainText).join('  \n'),
    ...sections.filter((each) => !isEmpty(each)).map(markdownSection),
  ].join('\n\n')}\n`;
