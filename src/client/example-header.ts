// What an example says of itself: its first comment line is the title, the comment lines after it the description.
// Deliberately reads no YAML.

export interface ExampleHeader {
  readonly title: string;
  readonly description: string;
}

/** The file's name stands in where the text begins without a comment. */
export function exampleHeader(fileName: string, text: string): ExampleHeader {
  const lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const comment = /^#\s?(.*)$/.exec(line.trimEnd());
    if (!comment) break;
    lines.push((comment[1] ?? '').trim());
  }
  const [title = '', ...rest] = lines;
  return { title: title || fileName, description: rest.join(' ').trim() };
}
