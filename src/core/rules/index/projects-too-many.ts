// index/projects-too-many: more attributes in the projections than a table's indexes may list.
// Deliberately counts what an index lists beside the keys, once for each index, as DynamoDB does.
import { limits } from '../../facts/limits.ts';
import { includedAttributes } from '../../model/index-attributes.ts';
import { defineRule } from '../rule.ts';

interface Data {
  readonly count: number;
}

const most = limits.projectedAttributes.value;
const ofOne = limits.projectedAttributesOfOneIndex.value;

export const projectsTooMany = defineRule<Data>({
  id: 'index/projects-too-many',
  title: 'More projected attributes than a table may have',
  why: `All indexes of a table together list at most ${most} attributes in their projections; one that two indexes list counts twice. The keys and \`projection: all\` do not count (DynamoDB developer guide, constraints, as of 2026). The API’s own model says ${ofOne} for one index, which DynamoDB does not enforce and tools may.`,
  remedy: 'Project `all`, or list only what the patterns of the index select.',
  severity: 'error',
  *check({ design }) {
    let total = 0;
    for (const index of design.model.indexes) {
      const { length } = includedAttributes(design, index);
      const before = total;
      total += length;
      if (before <= most && total > most) {
        yield {
          span: index.nameSpan,
          message: `With ${index.name} the indexes list ${total} attributes in their projections, and DynamoDB allows ${most} over all of them. Project all, or fewer.`,
          data: { count: total },
        };
      } else if (length > ofOne) {
        yield {
          span: index.nameSpan,
          severity: 'information',
          message: `${index.name} lists ${length} attributes in its projection. DynamoDB takes them; the API’s own model says ${ofOne}, and a tool that checks by it refuses more. Project all, or fewer.`,
          data: { count: length },
        };
      }
    }
  },
});
