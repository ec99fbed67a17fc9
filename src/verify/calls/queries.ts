// The queries of one call: one, or one for each shard, truncated date or alternative that its partition key fans out to.
// Deliberately asks for the dates that the items have: those between, which hold nothing, an application asks for, too.
import type { DynamoValue } from '../../core/analysis/capacity/item.ts';
import type { Parameter, Parameters } from '../../core/analysis/requests/concrete.ts';
import { placeholdersOf, placeholderText, shardTexts } from '../../core/analysis/requests/fan-out.ts';
import { bind } from '../../core/analysis/routes/bind.ts';
import { clausesOf } from '../../core/analysis/routes/clauses.ts';
import type { FanOut, Route } from '../../core/analysis/routes/route.ts';
import { functionInput } from '../../core/analysis/samples/function-input.ts';
import { scalarValue } from '../../core/analysis/samples/scalar-value.ts';
import type { ResolvedAction } from '../../core/model/design.ts';
import { applyFunctions } from '../../core/syntax/render-template.ts';
import type { Placeholder } from '../../core/syntax/template.ts';
import { meets } from '../oracle/clauses.ts';
import { itemsOf, type World } from '../world.ts';
import type { Given } from './call.ts';
import { parameterOf } from './choose.ts';

/** What one query of several adds to what is given. */
type Narrowing = (query: Parameters) => Parameters;

export function queriesOf(
  world: World,
  resolved: ResolvedAction,
  route: Route,
  given: Given,
): readonly Parameters[] {
  let queries: readonly Parameters[] = [{ given, each: new Map() }];
  for (const fanOut of route.fanOut) {
    for (const narrowings of narrowingsOf(world, resolved, route, fanOut, given)) {
      queries = queries.flatMap((query) => narrowings.map((narrow) => narrow(query)));
    }
  }
  return queries;
}

/** For each placeholder that fans out, one narrowing for each of its values. */
function narrowingsOf(
  world: World,
  resolved: ResolvedAction,
  route: Route,
  fanOut: FanOut,
  given: Given,
): readonly (readonly Narrowing[])[] {
  if (fanOut.reason === 'values') {
    const parameters = alternatives(resolved, fanOut.name, given);
    return [parameters.map((parameter) => narrowedTo(fanOut.name, parameter))];
  }
  return placeholdersOf(route, fanOut).map((placeholder) => {
    const texts =
      fanOut.reason === 'shard' ? shardTexts(placeholder) : dates(world, resolved, placeholder, given);
    return texts.map((text) => filledWith(placeholderText(placeholder), text));
  });
}

const narrowedTo =
  (name: string, parameter: Parameter): Narrowing =>
  (query) => ({ ...query, given: new Map([...query.given, [name, parameter]]) });

const filledWith =
  (placeholder: string, text: string): Narrowing =>
  (query) => ({ ...query, each: new Map([...query.each, [placeholder, text]]) });

/** The values of an attribute that are joined by `or`. */
function alternatives(
  { action, entities }: ResolvedAction,
  name: string,
  given: Given,
): readonly Parameter[] {
  const clause = clausesOf(action.where).find(
    (each) => each.attribute === name && each.operator === '=' && each.operands.length > 1,
  );
  const [attribute] = entities.flatMap((entity) => entity.attributes.get(name) ?? []);
  return (clause?.operands ?? []).flatMap((operand): readonly Parameter[] => {
    if (operand.kind === 'parameter') {
      const parameter = given.get(operand.name);
      return parameter ? [parameter] : [];
    }
    const value: DynamoValue = scalarValue(operand.text, attribute?.type) ?? {
      type: 'string',
      value: operand.text,
    };
    return [{ value, format: attribute?.format?.name }];
  });
}

/** What the function makes of the values that meet the clauses about the attribute, each once. */
function dates(
  world: World,
  resolved: ResolvedAction,
  { name, functions }: Placeholder,
  given: Given,
): readonly string[] {
  const { action, entities } = resolved;
  const clauses = clausesOf(action.where);
  const texts = itemsOf(world, entities).flatMap((stored) => {
    const entity = world.design.entities.get(stored.entity);
    const parameter = parameterOf(world, stored, name);
    if (entity === undefined || parameter === undefined) return [];
    const own = bind(clauses, entity, entities).givens.filter(({ attribute }) => attribute.name === name);
    const isAsked = own.every(({ clause }) => meets(clause, parameter.value, parameter.format, given));
    const input = isAsked ? functionInput(parameter.value) : undefined;
    return input === undefined ? [] : (applyFunctions(input, functions, parameter.format) ?? []);
  });
  return [...new Set(texts)].sort();
}
