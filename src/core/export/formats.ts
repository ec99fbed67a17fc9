// The forms in which a preview can be written to a file, and which a file's name asks for.
// Deliberately data: the command line and VS Code offer what stands here.

export interface Format {
  readonly id: FormatId;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  /** Of files, in lower case; the first is given to new ones. */
  readonly extensions: readonly [string, ...string[]];
}

export type FormatId = 'html' | 'svg' | 'csv' | 'markdown';

export const formats: readonly Format[] = [
  {
    id: 'html',
    title: 'HTML page',
    description: 'All five views in one file, for any browser, without a network.',
    extensions: ['html', 'htm'],
  },
  {
    id: 'svg',
    title: 'SVG picture',
    description: 'The item collections of the table or an index, as a picture.',
    extensions: ['svg'],
  },
  {
    id: 'csv',
    title: 'CSV',
    description: 'The sample items of the table or an index, as rows.',
    extensions: ['csv'],
  },
  {
    id: 'markdown',
    title: 'Markdown',
    description: 'Table and indexes, access patterns with their units, cost, as text.',
    extensions: ['md', 'markdown'],
  },
];

/** The format of a file by the ending of its name. */
export function formatOf(file: string): Format | undefined {
  const extension = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  return formats.find(({ extensions }) => extension !== undefined && extensions.includes(extension));
}
