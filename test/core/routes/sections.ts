// Files of small models with what is found for each: `=== title`, the model, `---`, the findings.
// Deliberately golden as a whole: a file is right if rendering its own models gives it back.

export interface Section {
  readonly title: string;
  /** From `indexes` or `entities` on. */
  readonly model: string;
}

export const sectionsOf = (file: string): readonly Section[] =>
  file
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const [head = ''] = section.split(/^---$/m);
      const newline = head.indexOf('\n');
      return { title: head.slice(0, newline), model: head.slice(newline + 1).trimEnd() };
    });

/** The text in front of the first section is kept. */
export function withFound(file: string, found: (section: Section) => readonly string[]): string {
  const intro = file.slice(0, file.indexOf('=== '));
  const printed = sectionsOf(file).map((section) =>
    [`=== ${section.title}`, section.model, '---', ...found(section)].join('\n'),
  );
  return `${intro}${printed.join('\n\n')}\n`;
}

/** A table with the keys PK and SK, around the section's model. */
export const modelOf = (section: Section): string =>
  `version: 1\ntable: { name: Shop, partitionKey: PK, sortKey: SK }\n${section.model}\n`;
