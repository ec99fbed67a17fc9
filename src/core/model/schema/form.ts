// The schema as plain data that can be walked: which keys, values and forms each place of a model file allows.
// Deliberately decides nothing by itself: whether a scalar fits, the zod schema of that scalar says.
import * as z from 'zod';
import type { ScalarValue } from '../../syntax/tree.ts';

/** The reference text of a place; `title` says in a few words what belongs there. */
interface Words {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly examples: readonly string[];
}

export interface ScalarForm extends Words {
  readonly kind: 'scalar';
  readonly type: 'text' | 'number' | 'boolean';
  /** The only values allowed; undefined where others are. */
  readonly values: readonly ScalarValue[] | undefined;
  /** Of numbers. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly accepts: (value: ScalarValue) => boolean;
}

export interface MapForm extends Words {
  readonly kind: 'map';
  /** The keys that mean something here. */
  readonly properties: ReadonlyMap<string, Form>;
  /** Of these, the keys that must be there. Where there are several maps, these tell them apart. */
  readonly required: readonly string[];
  /** What stands under every other key; undefined where there must be none. */
  readonly rest: Form | undefined;
}

export interface ListForm extends Words {
  readonly kind: 'list';
  readonly items: Form;
  readonly min: number;
  readonly max: number;
}

/** One of several forms; none of the options is itself a choice. */
export interface ChoiceForm extends Words {
  readonly kind: 'choice';
  readonly options: readonly Exclude<Form, ChoiceForm>[];
}

/** Any YAML value. */
export interface AnyForm extends Words {
  readonly kind: 'any';
}

export type Form = ScalarForm | MapForm | ListForm | ChoiceForm | AnyForm;

/** The form that a zod schema describes; throws on a kind of schema that the model language does not use. */
export function formOf(schema: z.core.$ZodType): Form {
  const words = wordsOf(schema);
  if (schema instanceof z.ZodOptional) return withWords(formOf(schema.unwrap()), words);
  if (schema instanceof z.ZodString) return scalarForm(schema, 'text', undefined);
  if (schema instanceof z.ZodBoolean) return scalarForm(schema, 'boolean', [true, false]);
  if (schema instanceof z.ZodEnum) return scalarForm(schema, 'text', schema.options);
  if (schema instanceof z.ZodLiteral) {
    const values = [...schema.values].filter(
      (value) => typeof value === 'string' || typeof value === 'number',
    );
    return scalarForm(schema, typeof values[0] === 'number' ? 'number' : 'text', values);
  }
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue } = schema;
    return { ...scalarForm(schema, 'number', undefined), min: bound(minValue), max: bound(maxValue) };
  }
  if (schema instanceof z.ZodObject) {
    const rest = schema.def.catchall;
    const shape = Object.entries<z.core.$ZodType>(schema.shape);
    return {
      kind: 'map',
      ...words,
      properties: new Map(shape.map(([name, property]) => [name, formOf(property)])),
      required: shape.flatMap(([name, property]) => (property instanceof z.ZodOptional ? [] : [name])),
      rest: rest === undefined || rest instanceof z.ZodNever ? undefined : formOf(rest),
    };
  }
  if (schema instanceof z.ZodRecord) {
    return { kind: 'map', ...words, properties: new Map(), required: [], rest: formOf(schema.valueType) };
  }
  if (schema instanceof z.ZodArray) {
    return { kind: 'list', ...words, items: formOf(schema.element), ...lengths(schema) };
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.options
      .map(formOf)
      .flatMap((form) => (form.kind === 'choice' ? form.options : [form]));
    return { kind: 'choice', ...words, options };
  }
  if (schema instanceof z.ZodUnknown) return { kind: 'any', ...words };
  throw new Error(`The model language has no use for a schema of type ${schema._zod.def.type}.`);
}

/** What belongs in a place, in a few words: the title, else what follows from the form. */
export function expectation(form: Form): string {
  if (form.title !== undefined) return form.title;
  switch (form.kind) {
    case 'scalar':
      if (form.values) return alternatives(form.values.map(String));
      return form.type === 'text' ? 'text' : 'a number';
    case 'map':
      return 'a map';
    case 'list':
      return 'a list';
    case 'choice':
      return alternatives([...new Set(form.options.map(expectation))]);
    case 'any':
      return 'a value';
  }
}

function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** The options of a choice, or the form alone. */
export const optionsOf = (form: Form): ChoiceForm['options'] =>
  form.kind === 'choice' ? form.options : [form];

export const isScalarForm = (form: Form): form is ScalarForm => form.kind === 'scalar';
export const isMapForm = (form: Form): form is MapForm => form.kind === 'map';
export const isListForm = (form: Form): form is ListForm => form.kind === 'list';

function scalarForm(
  schema: z.ZodType,
  type: ScalarForm['type'],
  values: readonly ScalarValue[] | undefined,
): ScalarForm {
  // Asking zod is dear where it says no, and most values are refused for their type alone.
  const ofType = type === 'text' ? 'string' : type;
  const accepts = (value: ScalarValue) => typeof value === ofType && schema.safeParse(value).success;
  return { kind: 'scalar', ...wordsOf(schema), type, values, min: undefined, max: undefined, accepts };
}

const bound = (value: number | null): number | undefined =>
  value === null || !Number.isFinite(value) ? undefined : value;

function lengths(schema: z.ZodArray): { readonly min: number; readonly max: number } {
  let min = 0;
  let max = Number.POSITIVE_INFINITY;
  for (const check of schema.def.checks ?? []) {
    const { def } = check._zod;
    if (isMinLength(def)) min = def.minimum;
    else if (isMaxLength(def)) max = def.maximum;
    else if (isExactLength(def)) min = max = def.length;
  }
  return { min, max };
}

const isMinLength = (def: z.core.$ZodCheckDef): def is z.core.$ZodCheckMinLengthDef =>
  def.check === 'min_length';
const isMaxLength = (def: z.core.$ZodCheckDef): def is z.core.$ZodCheckMaxLengthDef =>
  def.check === 'max_length';
const isExactLength = (def: z.core.$ZodCheckDef): def is z.core.$ZodCheckLengthEqualsDef =>
  def.check === 'length_equals';

function wordsOf(schema: z.core.$ZodType): Words {
  const meta = z.globalRegistry.get(schema) ?? {};
  const examples = Array.isArray(meta.examples) ? meta.examples.map(String) : [];
  return { title: meta.title, description: meta.description, examples };
}

/** What is said of the optional property goes before what is said of its value. */
function withWords(form: Form, outer: Words): Form {
  return {
    ...form,
    title: outer.title ?? form.title,
    description: outer.description ?? form.description,
    examples: outer.examples.length > 0 ? outer.examples : form.examples,
  };
}
