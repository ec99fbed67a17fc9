// Calls in each language, golden: what a person would copy.
// Deliberately one file for each language, in that language, so that an editor shows what is wrong with it.
import path from 'node:path';
import { languages } from '../../../src/core/calls/languages.ts';
import { expectGolden, root } from '../../support/golden.ts';
import { callsIn, everyKind } from './calls.ts';

const endings = { 'aws-cli': 'sh', javascript: 'js', python: 'py', partiql: 'sql' } as const;
const marks = { 'aws-cli': '#', javascript: '//', python: '#', partiql: '--' } as const;

describe('calls as one copies them', () => {
  for (const language of languages) {
    it(`in ${language.title}`, () => {
      const mark = marks[language.id];
      const text = callsIn(everyKind)
        .map(({ pattern, calls }) => {
          const { text: printed, notes } = language.print(calls);
          return [`${mark} ${pattern}`, ...notes.map((note) => `${mark} note: ${note}`), printed].join('\n');
        })
        .join('\n');
      expectGolden(path.join(root, `test/fixtures/calls/every-kind.${endings[language.id]}`), text);
    });
  }
});
