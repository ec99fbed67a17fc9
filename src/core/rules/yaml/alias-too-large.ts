// yaml/alias-too-large: aliases of aliases that repeat more than can be read.
// Deliberately reports the alias at which the limit is passed; what it stands for is left out.
import { defineRule, type RuleContext } from '../rule.ts';
import { type Trap, trapProblems } from './trap.ts';

export const aliasTooLarge = defineRule<Trap>({
  id: 'yaml/alias-too-large',
  title: 'Aliases that repeat too much',
  why: 'Ten lines of aliases of aliases can stand for a billion values, which no tool can hold. They are read up to 100,000 values; what lies beyond is left out of the model.',
  remedy: 'Write the values out, or repeat fewer of them.',
  severity: 'error',
  check: (analysis) => trapProblems(hugeAliases(analysis)),
});

export const hugeAliases = ({ tree }: RuleContext): readonly Trap[] =>
  tree.problems
    .filter(({ code }) => code === 'alias-too-large')
    .map(({ span }) => ({
      span,
      message:
        'The aliases up to here repeat more than 100,000 values. This one and all further ones are left out. Use fewer.',
      fix: undefined,
      explains: [span],
    }));
