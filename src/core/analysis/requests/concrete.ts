// A request with its parameters in their place: what is sent to DynamoDB.
// Deliberately all or nothing: where one value is missing, there is no request, and its name is told.
import { applyFunctions } from '../../syntax/render-template.ts';
import { namesIn, type Placeholder, type Template } from '../../syntax/template.ts';
import type { DynamoValue } from '../capacity/item.ts';
import type { KeyRequest } from '../routes/request.ts';
import { functionInput } from '../samples/function-input.ts';
import { scalarValue } from '../samples/scalar-value.ts';
import { placeholderText } from './fan-out.ts';
import type { RequestValue } from './request-value.ts';

/** A value that the caller gives, and the format of the attribute for which it is given. */
export interface Parameter {
  readonly value: DynamoValue;
  readonly format: string | undefined;
}

export interface Parameters {
  /** By name. */
  readonly given: ReadonlyMap<string, Parameter>;
  /** Of one query among several that make a call: what placeholders hold that nobody gives, as fan-out.ts names them. */
  readonly each: ReadonlyMap<string, string>;
}

type Values = ReadonlyMap<string, DynamoValue>;

export interface ConcreteRequest extends Omit<KeyRequest, 'key' | 'values'> {
  readonly key: Values;
  readonly values: Values;
}

export type Made<T> =
  | { readonly kind: 'made'; readonly request: T }
  /** Parameters that are not given, or from which no value can be made. */
  | { readonly kind: 'lacks'; readonly parameters: readonly string[] };

/** The values of a record; what cannot be made is added to `lacking`. */
export function concreteValues(
  values: ReadonlyMap<string, RequestValue>,
  parameters: Parameters,
  lacking: Set<string>,
): Values {
  const made = new Map<string, DynamoValue>();
  for (const [name, value] of values) {
    const own = concreteValue(value, parameters);
    if (own) made.set(name, own);
    else for (const parameter of parametersOf(value)) lacking.add(parameter);
  }
  return made;
}

export function concreteRequest(request: KeyRequest, parameters: Parameters): Made<ConcreteRequest> {
  const lacking = new Set<string>();
  const key = concreteValues(request.key, parameters, lacking);
  const values = concreteValues(request.values, parameters, lacking);
  return lacking.size > 0
    ? { kind: 'lacks', parameters: [...lacking] }
    : { kind: 'made', request: { ...request, key, values } };
}

/** Names of the parameters of which a value is made. */
export function parametersOf(value: RequestValue): readonly string[] {
  if (value.kind === 'operand') return value.operand.kind === 'parameter' ? [value.operand.name] : [];
  return namesIn(value.template);
}

/** Undefined where a parameter is not given, or no value can be made of it. */
export function concreteValue(value: RequestValue, parameters: Parameters): DynamoValue | undefined {
  if (value.kind === 'key') return keyValue(value.template, value.type, parameters);
  const { operand, type } = value;
  if (operand.kind === 'parameter') return parameters.given.get(operand.name)?.value;
  if (operand.quoted) return { type: 'string', value: operand.text };
  const element = type === 'number-set' ? 'number' : type === 'string-set' ? 'string' : type;
  return scalarValue(operand.text, element) ?? { type: 'string', value: operand.text };
}

function keyValue(
  template: Template,
  type: 'string' | 'number' | 'binary',
  parameters: Parameters,
): DynamoValue | undefined {
  const [only, ...others] = template.parts;
  if (only?.kind === 'placeholder' && others.length === 0 && only.functions.length === 0) {
    const bare = parameters.given.get(only.name)?.value;
    if (bare?.type === type) return bare;
  }
  let text = '';
  for (const part of template.parts) {
    const own = part.kind === 'literal' ? part.text : textOf(part, parameters);
    if (own === undefined) return undefined;
    text += own;
  }
  return scalarValue(text, type);
}

function textOf(placeholder: Placeholder, { given, each }: Parameters): string | undefined {
  const fixed = each.get(placeholderText(placeholder));
  if (fixed !== undefined) return fixed;
  const parameter = given.get(placeholder.name);
  const input = parameter && functionInput(parameter.value);
  return input === undefined ? undefined : applyFunctions(input, placeholder.functions, parameter?.format);
}
