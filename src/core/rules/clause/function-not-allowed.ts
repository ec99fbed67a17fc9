// clause/function-not-allowed: a function in a clause that DynamoDB itself evaluates.
// Deliberately allowed in `where`, where it says which part of the value the caller gives.
import { defineRule } from '../rule.ts';
import { once } from '../template/uses.ts';

export const functionNotAllowed = defineRule<undefined>({
  id: 'clause/function-not-allowed',
  title: 'A function where DynamoDB compares the stored value',
  why: 'In `where`, `createdAt | date(yyyy-MM)` says that the caller gives only the month, and the key template does the rest. Filters, conditions and updates work on the value as it is stored: DynamoDB has no functions to change it first.',
  remedy: 'Compare the attribute itself, or store what the function gives as an attribute of its own.',
  severity: 'error',
  check: ({ uses }) =>
    once(
      uses.soundClauses.flatMap(({ place, clause }) => {
        const [first] = clause.functions;
        if (first === undefined || place === 'where') return [];
        const message = `${first.name} cannot be used here: DynamoDB compares the value of ${clause.attribute} as it is stored. Store the result as an attribute of its own, or use the function in where.`;
        return [{ span: first.span, message, data: undefined }];
      }),
    ),
});
