// name/unknown-pattern: readYourWrites names an access pattern that does not exist.
// Deliberately does not ask whether that pattern writes; the proofs of reads do.
import { nearest } from '../../model/suggest.ts';
import { didYouMean } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { renameTo } from '../support.ts';

export const unknownPattern = defineRule<{ readonly name: string; readonly nearest: string | undefined }>({
  id: 'name/unknown-pattern',
  title: 'An access pattern that is not declared',
  why: 'Whether a read sees a write can only be told if the pattern that writes is in the model.',
  remedy: 'Correct the name, or declare the pattern under `accessPatterns`.',
  severity: 'error',
  *check({ design }) {
    const names = design.patterns.map((pattern) => pattern.name);
    for (const { value: name, span } of design.patterns.flatMap((pattern) => pattern.decl.readYourWrites)) {
      if (names.includes(name)) continue;
      const near = nearest(name, names);
      yield {
        span,
        message: `There is no access pattern ${name}.${didYouMean(near) || ' Declare it under accessPatterns.'}`,
        data: { name, nearest: near },
      };
    }
  },
  fixes: ({ span, data }) => renameTo(span, data.nearest),
});
