// The catalogue: every rule, in the order in which its page stands in the reference.
// Deliberately a plain list; a rule that is not here is not run, and a test finds rule files that are missing.
import { attributeRules } from './attribute-rules.ts';
import { batchRules } from './batch-rules.ts';
import { clauseRules } from './clause-rules.ts';
import { costRules } from './cost-rules.ts';
import { unused } from './ignore/unused.ts';
import { withoutReason } from './ignore/without-reason.ts';
import { indexRules } from './index-rules.ts';
import { keyRules } from './key-rules.ts';
import { nameRules } from './name-rules.ts';
import { patternRules } from './pattern-rules.ts';
import { readRules } from './read-rules.ts';
import type { Rule } from './rule.ts';
import { schemaRules } from './schema-rules.ts';
import { tableRules } from './table-rules.ts';
import { templateRules } from './template-rules.ts';
import { writeRules } from './write-rules.ts';
import { yamlRules } from './yaml-rules.ts';

export const catalogue: readonly Rule[] = [
  ...yamlRules,
  ...schemaRules,
  ...nameRules,
  ...attributeRules,
  ...tableRules,
  ...keyRules,
  ...indexRules,
  ...templateRules,
  ...clauseRules,
  ...patternRules,
  ...readRules,
  ...writeRules,
  ...batchRules,
  ...costRules,
  withoutReason,
  unused,
];
