// Prints plain data as YAML that every reader takes for the same data, YAML 1.1 readers like CloudFormation's included.
// Deliberately the only way from a model's text to YAML: the `yaml` package escapes, and what could be misread is quoted.
import { Document, visit } from 'yaml';
import { quote } from '../syntax/quote-yaml.ts';
import type { Json } from './parts.ts';

/** `AWS::DynamoDB::Table` and `dynamodb:index:ReadCapacityUnits` are the same text to every reader. */
const colonWords = /^[A-Za-z]+(?:::?[A-Za-z]+)+$/;

/** @param comments lines that stand above, as comments */
export function printYaml(value: Json, comments: readonly string[]): string {
  const document = new Document(withoutUndefined(value), { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value !== 'string' || colonWords.test(scalar.value)) return;
      if (quote(scalar.value) !== scalar.value) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  document.commentBefore = comments.map(commentLine).join('\n');
  return document.toString({ lineWidth: 0 });
}

/** One line, whatever stands in it: a line break would end the comment. */
const commentLine = (text: string): string => ` ${text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]+/gu, ' ')}`;

function withoutUndefined(value: Json): Json {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutUndefined);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === undefined ? [] : [[key, withoutUndefined(each)] as const],
    ),
  );
}
