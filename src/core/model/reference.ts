// The reference of a place in a model file: what belongs there, what it means, which keys stand beside it.
// Deliberately reads only the schema and the keys already written; names of a model are not its business.
import type { Path, ScalarValue } from '../syntax/tree.ts';
import { chooseMap } from './choose-map.ts';
import { documentForm } from './schema/document-form.ts';
import {
  expectation,
  type Form,
  isListForm,
  isMapForm,
  isScalarForm,
  type MapForm,
  optionsOf,
} from './schema/form.ts';

/** A key that may stand in a map. */
export interface KnownKey {
  readonly name: string;
  readonly required: boolean;
  /** What belongs under it, in a few words. */
  readonly expected: string;
  /** Markdown. */
  readonly description: string | undefined;
}

export interface Reference {
  /** What belongs here, in a few words: `a rate such as 80/s, 5k/min or 2M/month`. */
  readonly expected: string;
  /** Markdown. */
  readonly description: string | undefined;
  /** The only words that may stand here; empty where others may. */
  readonly values: readonly ScalarValue[];
  /** As written in YAML. */
  readonly examples: readonly string[];
  /** The keys that this place's map may have, this one included; empty where the author names them. */
  readonly siblings: readonly KnownKey[];
}

/**
 * The reference of the property or value at a path; undefined where the language knows no such place.
 * @param root the plain value of the file: its keys tell which of several kinds of map stands there
 */
export function referenceAt(path: Path, root?: unknown): Reference | undefined {
  const parents = formsAt(path.slice(0, -1), root);
  const forms = path.length === 0 ? [documentForm] : stepInto(parents, path.at(-1));
  const [form] = forms;
  if (form === undefined) return undefined;
  const options = forms.flatMap(optionsOf);
  return {
    expected: expectation(form),
    description: forms.find((candidate) => candidate.description !== undefined)?.description,
    values: [...new Set(options.filter(isScalarForm).flatMap((option) => option.values ?? []))],
    examples: form.examples,
    siblings: path.length === 0 ? [] : keysOf(parents),
  };
}

/** The keys that the map at a path may have; empty where it has none, or where the author names them. */
export const keysAt = (path: Path, root?: unknown): readonly KnownKey[] => keysOf(formsAt(path, root));

/** The forms that may stand at a path; choices between maps are settled by the keys that are written. */
function formsAt(path: Path, root: unknown): readonly Form[] {
  let forms: readonly Form[] = [documentForm];
  let value = root;
  for (const step of path) {
    forms = stepInto(settle(forms, value), step);
    value = valueIn(value, step);
  }
  return settle(forms, value);
}

/** Choices taken apart, and of several maps only the one that is meant, if that can be told. */
function settle(forms: readonly Form[], value: unknown): readonly Form[] {
  const options = forms.flatMap(optionsOf);
  const maps = options.filter(isMapForm);
  if (!isRecord(value) || maps.length === 0) return options;
  const chosen = chooseMap(maps, Object.keys(value), () => undefined);
  return chosen.kind === 'one' ? [chosen.form] : maps;
}

function stepInto(forms: readonly Form[], step: string | number | undefined): readonly Form[] {
  if (step === undefined) return [];
  const options = forms.flatMap(optionsOf);
  if (typeof step === 'number') return options.filter(isListForm).map((list) => list.items);
  const maps = options.filter(isMapForm);
  const named = maps.flatMap((map) => map.properties.get(step) ?? []);
  return named.length > 0 ? named : maps.flatMap((map) => map.rest ?? []);
}

/** Of several maps, a key is required only if all require it. */
function keysOf(forms: readonly Form[]): readonly KnownKey[] {
  const maps: readonly MapForm[] = forms.flatMap(optionsOf).filter(isMapForm);
  const keys = new Map<string, KnownKey>();
  for (const map of maps) {
    for (const [name, form] of map.properties) {
      if (keys.has(name)) continue;
      const required = maps.every((other) => other.required.includes(name));
      keys.set(name, { name, required, expected: expectation(form), description: form.description });
    }
  }
  return [...keys.values()];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueIn(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
