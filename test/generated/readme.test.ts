// The table of commands and settings in README.md is made from package.json, and is fresh; its links lead somewhere.
// Deliberately leaves the text around it alone.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { expectGolden, readIfThere, root } from '../support/golden.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          { readonly markdownDescription?: string; readonly description?: string; readonly default?: unknown }
        >
      >;
    };
  };
}

const manifest = JSON.parse(readIfThere(path.join(root, 'package.json')) ?? '') as Manifest;

function contributions(): string {
  const { commands, configuration } = manifest.contributes;
  const commandRows = commands.map(
    ({ command, title, category }) => `| ${category}: ${title} | \`${command}\` |`,
  );
  const settingRows = Object.entries(configuration.properties).map(([name, setting]) => {
    const text = (setting.markdownDescription ?? setting.description ?? '')
      .replace(/\s+/g, ' ')
      .replaceAll('|', '\\|');
    return `| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${text} |`;
  });
  return [
    '| command | id |',
    '| --- | --- |',
    ...commandRows,
    '',
    '| setting | unless set | meaning |',
    '| --- | --- | --- |',
    ...settingRows,
  ].join('\n');
}

describe('README.md', () => {
  const file = path.join(root, 'README.md');

  it('has a table of commands and settings that is fresh', () => {
    const text = readIfThere(file) ?? '';
    const fresh = text.replace(
      /<!-- contributions -->\n[\s\S]*?<!-- end -->/,
      `<!-- contributions -->\n\n${contributions()}\n\n<!-- end -->`,
    );
    expectGolden(file, fresh);
  });

  it('has no dead links to files', () => {
    const links = [...(readIfThere(file) ?? '').matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '');
    assert.ok(links.length > 0);
    assert.deepEqual(
      links.filter((link) => !fs.existsSync(path.join(root, link))),
      [],
    );
  });
});
