// The other items of an item collection: which entities may lie under the same partition key, and in the range read.
// Deliberately tells by literals only; exact overlap is the business of proofs.
import type { Design, Entity, KeyPart, Layout, Target } from '../../model/design.ts';
import type { Template, TemplatePart } from '../../syntax/template.ts';
import { type Range, sideOf } from './range.ts';
import { leadingText, literal, mayEqual, rendering } from './rendering.ts';
import type { KeyCondition, Rendering } from './route.ts';

/** Layouts in the target whose partition key can be the one that is read, but for those of the wanted entities. */
export function neighbours(
  design: Design,
  target: Target,
  partition: readonly KeyCondition[],
  wanted: ReadonlySet<string>,
): readonly Layout[] {
  return [...design.entities.values()].flatMap((entity) =>
    wanted.has(entity.name)
      ? []
      : entity.layouts.filter(
          (layout) =>
            layout.target === target &&
            layout.partition.every((part, i) => {
              const value = partition[i]?.values[0];
              return (
                value === undefined || spelledOut(part.template, entity).some((each) => mayEqual(each, value))
              );
            }),
        ),
  );
}

const mostSpellings = 64;

/** The template once for each value of its enumerated attributes, so that their texts count as literals. */
function spelledOut(template: Template, entity: Entity): readonly Template[] {
  let spellings: readonly (readonly TemplatePart[])[] = [[]];
  for (const part of template.parts) {
    const values =
      part.kind === 'placeholder' && part.functions.length === 0
        ? entity.attributes.get(part.name)?.sources.find((source) => source.enumeration)?.enumeration
        : undefined;
    const choices =
      values === undefined || spellings.length * values.length > mostSpellings
        ? [part]
        : values.map((each) => literal(String(each.value)));
    spellings = spellings.flatMap((spelling) => choices.map((choice) => [...spelling, choice]));
  }
  return spellings.map(rendering);
}

/** The range in which every value of this key lies: the literals at its front. */
export function ownRange(part: KeyPart): Range {
  const text = leadingText(part.template);
  const at = rendering(text === '' ? [] : [literal(text)]);
  return part.template.parts.every((each) => each.kind === 'literal')
    ? { kind: 'equal', at }
    : { kind: 'prefix', at };
}

/** False only where literals show that no value of the key meets the condition. */
export function mayMeet(part: KeyPart, condition: KeyCondition): boolean {
  const [first, second] = condition.values;
  if (first === undefined) return true;
  const own = ownRange(part);
  const side = (low: Rendering, high: Rendering, open: boolean) =>
    sideOf(own, { low, high: { at: high, open } });
  switch (condition.operator) {
    case '=':
      return mayEqual(part.template, first);
    case 'begins_with': {
      const [own, asked] = [leadingText(part.template), leadingText(first)];
      return own.startsWith(asked) || asked.startsWith(own);
    }
    case 'between':
      return !['below', 'above'].includes(side(first, second ?? first, false));
    case '<':
    case '<=':
      return side(rendering([]), first, false) !== 'above';
    case '>':
    case '>=':
      return side(first, rendering([literal('\u{10FFFF}')]), false) !== 'below';
  }
}

/** The entities beside the wanted ones whose items can lie in what is read. */
export function overRead(layouts: readonly Layout[], sort: readonly KeyCondition[]): readonly string[] {
  const inRange = layouts.filter((layout) =>
    sort.every((condition) => {
      const part = layout.sort.find((each) => each.key.name === condition.key.name);
      return part === undefined || mayMeet(part, condition);
    }),
  );
  return [...new Set(inRange.map((layout) => layout.entity))];
}
