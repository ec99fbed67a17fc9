// Why no table can be made from a model: what CreateTable would refuse, and what of the file cannot be read.
// Deliberately deaf to `singlet-ignore`: a silenced finding is still a table that DynamoDB does not make.
import { shapeMessage } from '../model/shape-message.ts';
import { catalogue } from '../rules/catalogue.ts';
import { runRules } from '../rules/finding.ts';
import { createContext } from '../rules/uses.ts';
import type { Snapshot } from '../snapshot.ts';
import { span } from '../text/span.ts';
import { keyReasons } from './checks/keys.ts';
import type { Reason } from './target.ts';

/** The rules whose errors are also errors of CreateTable. */
export const decisiveRules: readonly string[] = [
  'name/invalid',
  'key/local-index',
  'key/too-many-indexes',
  'key/too-many-attributes',
  'index/projects-too-many',
  'index/vector-index',
  'table/capacity',
];

/** Empty if CreateTable would make the table; else in the order of the text. */
export function refusals(snapshot: Snapshot): readonly Reason[] {
  const reasons = [...written(snapshot), ...modelled(snapshot)];
  const seen = new Set<string>();
  return reasons
    .filter(({ span: at, message }) => {
      const identity = `${at.start} ${message}`;
      return !seen.has(identity) && seen.add(identity);
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/**
 * What is wrong with the text itself. YAML that cannot be read anywhere may hide an index; of what has a wrong shape,
 * the table, the indexes, and the keys that they should stand under matter.
 */
function written(snapshot: Snapshot): readonly Reason[] {
  const shape = snapshot.shape
    .filter(({ kind, path: [place] }) =>
      place === undefined ? kind !== 'missing-key' : place === 'table' || place === 'indexes',
    )
    .map((issue) => ({ message: shapeMessage(issue), span: issue.span }));
  const rules = catalogue.filter((rule) => decisiveRules.includes(rule.id));
  const findings = runRules(rules, createContext(snapshot)).findings.filter(
    (finding) => finding.severity === 'error',
  );
  return [...snapshot.tree.problems, ...shape, ...findings].map(({ message, span: at }) => ({
    message,
    span: at,
  }));
}

/** What is wrong with the table that the text describes. */
function modelled({ design }: Snapshot): readonly Reason[] {
  const { model, table } = design;
  const start = span(0, 0);
  if (model.table === undefined) {
    return [
      { message: 'The model has no table. Write `table:` with a name and a partition key.', span: start },
    ];
  }
  const reasons: Reason[] = [];
  if (model.table.name === undefined) {
    reasons.push({ message: 'The table has no name. Write `name:` under `table`.', span: model.table.span });
  }
  if (table === undefined) {
    reasons.push({
      message:
        'The table has no partition key, and DynamoDB makes no table without one. Write `partitionKey:` under `table`.',
      span: model.table.span,
    });
    return reasons;
  }
  return [...reasons, ...keyReasons(design)];
}
