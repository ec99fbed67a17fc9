// Checks a template against the list of properties that CloudFormation has.
// Deliberately names, nesting and required ones only; values are what golden files are for.
import assert from 'node:assert/strict';
import path from 'node:path';
import { readIfThere } from '../../support/golden.ts';
import { folder } from './models.ts';

interface Property {
  readonly type: string;
  readonly required: boolean;
}

const list = readIfThere(path.join(folder, 'cloudformation-properties.txt'));
const owners = new Map<string, Map<string, Property>>();
for (const line of list?.split('\n') ?? []) {
  const [owner = '', property = '', type = '', required] = line.split(' ');
  if (line === '' || owner === '#') continue;
  const known = owners.get(owner) ?? new Map<string, Property>();
  owners.set(owner, known.set(property, { type, required: required !== undefined }));
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One line for each property that does not exist, is missing or has the wrong form. */
export function templateProblems(template: unknown): readonly string[] {
  assert.ok(isMap(template) && isMap(template.Resources));
  return Object.values(template.Resources).flatMap((resource) => {
    assert.ok(isMap(resource) && typeof resource.Type === 'string' && isMap(resource.Properties));
    return mapProblems(resource.Type, resource.Type, resource.Properties);
  });
}

function mapProblems(
  resource: string,
  owner: string,
  value: Readonly<Record<string, unknown>>,
): readonly string[] {
  const known = owners.get(owner);
  if (known === undefined) return [`${owner} is not known`];
  const missing = [...known].filter(([name, { required }]) => required && value[name] === undefined);
  return [
    ...missing.map(([name]) => `${owner} lacks ${name}`),
    ...Object.entries(value).flatMap(([name, each]) => {
      const property = known.get(name);
      if (property === undefined) return [`${owner} has no ${name}`];
      return valueProblems(resource, `${owner} ${name}`, property.type.replace('|json', ''), each);
    }),
  ];
}

function valueProblems(resource: string, place: string, type: string, value: unknown): readonly string[] {
  const item = /^array<(.+)>$/.exec(type)?.[1];
  if (item !== undefined) {
    if (!Array.isArray(value)) return [`${place} is no list`];
    return value.flatMap((each) => valueProblems(resource, place, item, each));
  }
  const isFunction = isMap(value) && Object.keys(value).every((key) => /^(?:Ref|Fn::Sub)$/.test(key));
  switch (type) {
    case 'string':
      return typeof value === 'string' || isFunction ? [] : [`${place} is no text`];
    case 'integer':
      return Number.isInteger(value) ? [] : [`${place} is no whole number`];
    case 'number':
    case 'boolean':
      return typeof value === type ? [] : [`${place} is no ${type}`];
    default:
      return isMap(value) ? mapProblems(resource, `${resource}.${type}`, value) : [`${place} is no map`];
  }
}
