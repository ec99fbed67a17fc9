import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseTemplate } from '../../../src/core/syntax/parse-template.ts';
import { printTemplate } from '../../../src/core/syntax/print-template.ts';
import { renderTemplate } from '../../../src/core/syntax/render-template.ts';
import type { FunctionCall, Template, TemplatePart } from '../../../src/core/syntax/template.ts';
import { anyText, assertSpansInside, asWritten, summary, withoutSpans } from './spans.ts';

const parse = (source: string) => parseTemplate(source, asWritten);

function problems(source: string): readonly string[] {
  return summary(source, parse(source).problems);
}

describe('parseTemplate', () => {
  it('reads literals, placeholders and functions with their places', () => {
    const source = 'A#${ id | pad( 4 ) | x }';
    const [literal, placeholder] = parse(source).value.parts;
    assert.deepEqual(literal, { kind: 'literal', text: 'A#', span: { start: 0, end: 2 } });
    assert.deepEqual(placeholder, {
      kind: 'placeholder',
      name: 'id',
      nameSpan: { start: 5, end: 7 },
      functions: [
        { name: 'pad', nameSpan: { start: 10, end: 13 }, args: ['4'], span: { start: 10, end: 18 } },
        { name: 'x', nameSpan: { start: 21, end: 22 }, args: [], span: { start: 21, end: 22 } },
      ],
      span: { start: 2, end: 24 },
    });
    assert.deepEqual(problems(source), []);
  });

  it('places the parts in the text by the offset map', () => {
    const [, placeholder] = parseTemplate('a${b}', (index) => 100 + 2 * index).value.parts;
    assert.deepEqual(placeholder?.span, { start: 102, end: 110 });
  });

  it('takes names as DynamoDB allows them', () => {
    for (const name of ['State#Date', 'GSI1-PK', 'a.b', 'a:b', '_x', 'größe', '名', '1']) {
      const [part] = parse(`\${${name}}`).value.parts;
      assert.equal(part?.kind === 'placeholder' && part.name, name);
      assert.deepEqual(problems(`\${${name}}`), []);
    }
  });

  it('reads $${ as a literal ${, and pairs of $ before a placeholder as one', () => {
    const texts = (source: string) =>
      parse(source).value.parts.map((part) => (part.kind === 'literal' ? part.text : `<${part.name}>`));
    assert.deepEqual(texts('$${x}'), ['${x}']);
    assert.deepEqual(texts('$$${x}'), ['$', '<x>']);
    assert.deepEqual(texts('$$$${x}'), ['$${x}']);
    assert.deepEqual(texts('US$5 $$ $'), ['US$5 $$ $']);
  });

  const broken: readonly [source: string, ...expected: string[]][] = [
    ['A#${id', 'template/unclosed-placeholder "${id"'],
    ['${a#${b}', 'template/unclosed-placeholder "${a#"'],
    ['x${}', 'template/empty-placeholder "${}"'],
    ['${ | pad(4)}', 'template/empty-placeholder "${ | pad(4)}"'],
    ['${id | }', 'function/missing-name "| "'],
    ['${id | pad(4}', 'function/unclosed-arguments "(4"'],
    ['${id | pad(,)}', 'function/empty-argument ","', 'function/empty-argument ""'],
    ['${id | pad(4) x}', 'template/stray "x"'],
    ['${id pad(4)}', 'template/space-in-name "id pad(4)" -> id | pad(4)'],
    ['${order id!}', 'template/space-in-name "order id!"'],
  ];
  for (const [source, ...expected] of broken) {
    it(`says what is wrong with ${source}`, () => assert.deepEqual(problems(source), expected));
  }

  it('keeps what can be read of a broken placeholder', () => {
    const [part] = parse('${id | pad(4').value.parts;
    assert.ok(part?.kind === 'placeholder');
    assert.equal(part.name, 'id');
    assert.deepEqual(part.functions[0]?.args, ['4']);
  });
});

const tokens = [
  '$',
  '{',
  '}',
  '${',
  '$${',
  '|',
  '(',
  ')',
  ',',
  ' ',
  'id',
  'pad',
  '4',
  '#',
  '\u{1F600}',
  '\n',
];
const at = { start: 0, end: 0 };
const name = fc.string({ unit: fc.constantFrom(...'aB1_-.#:$é'), minLength: 1, maxLength: 4 });
const functionCall: fc.Arbitrary<FunctionCall> = fc.record({
  name: fc.constantFrom('pad', 'upper', 'date'),
  nameSpan: fc.constant(at),
  args: fc.array(fc.constantFrom('4', 'yyyy-MM', 'a b'), { maxLength: 2 }),
  span: fc.constant(at),
});
const part: fc.Arbitrary<TemplatePart> = fc.oneof(
  fc.record({
    kind: fc.constant('literal' as const),
    text: fc.string({ unit: fc.constantFrom('$', '{', '}', '#', 'A', ' ', '|'), minLength: 1, maxLength: 5 }),
    span: fc.constant(at),
  }),
  fc.record({
    kind: fc.constant('placeholder' as const),
    name,
    nameSpan: fc.constant(at),
    functions: fc.array(functionCall, { maxLength: 2 }),
    span: fc.constant(at),
  }),
);
const template: fc.Arbitrary<Template> = fc
  .array(part, { maxLength: 5 })
  .map((parts) => ({ parts, span: at }));

/** Two literals side by side are one when read. */
function joined({ parts }: Template): readonly TemplatePart[] {
  const done: TemplatePart[] = [];
  for (const next of parts) {
    const last = done.at(-1);
    const both = last?.kind === 'literal' && next.kind === 'literal';
    if (both) done.splice(-1, 1, { ...last, text: last.text + next.text });
    else done.push(next);
  }
  return done;
}

describe('templates, whatever the text', () => {
  it('never throw, and keep every span in the text', () => {
    fc.assert(
      fc.property(anyText(tokens), (source) => {
        const parsed = parse(source);
        assertSpansInside(parsed, source.length);
        assert.deepEqual(parse(source), parsed);
      }),
    );
  });

  it('lie gapless in the text', () => {
    fc.assert(
      fc.property(anyText(tokens), (source) => {
        const { parts } = parse(source).value;
        const text = parts.map(({ span }) => source.slice(span.start, span.end)).join('');
        assert.equal(text, source);
      }),
    );
  });

  it('are read back as they were printed', () => {
    fc.assert(
      fc.property(template, (written) => {
        fc.pre(!/\$\{/.test(written.parts.map((p) => (p.kind === 'literal' ? '' : p.name)).join(' ')));
        const parsed = parse(printTemplate(written));
        assert.deepEqual(parsed.problems, []);
        assert.deepEqual(withoutSpans(parsed.value.parts), withoutSpans(joined(written)));
      }),
    );
  });

  it('print the same once printed', () => {
    fc.assert(
      fc.property(anyText(tokens), (source) => {
        const parsed = parse(source);
        fc.pre(parsed.problems.length === 0);
        const printed = printTemplate(parsed.value);
        assert.equal(printTemplate(parse(printed).value), printed);
        assert.deepEqual(withoutSpans(parse(printed).value), withoutSpans(parsed.value));
      }),
    );
  });
});

describe('renderTemplate', () => {
  const values: Readonly<Record<string, string | number | boolean>> = {
    id: 42,
    open: true,
    price: 0.5,
    at: 1_773_480_413,
    user: 'Ann',
  };
  const render = (source: string) =>
    renderTemplate(
      parse(source).value,
      (key) => values[key],
      (key) => (key === 'at' ? 'epoch-seconds' : undefined),
    );

  it('prints numbers as JSON and booleans as true and false', () => {
    assert.equal(render('A#${id}#${open}#${price}'), 'A#42#true#0.5');
  });
  it('applies the functions from left to right', () => {
    assert.equal(render('${user | upper}#${at | date(yyyyMMdd) | descending(8)}'), 'ANN#79739685');
  });
  it('gives nothing where a value is missing or a function does not take it', () => {
    assert.equal(render('A#${nobody}'), undefined);
    assert.equal(render('${user | pad(4)}'), undefined);
    assert.equal(render('${user | nothing}'), undefined);
  });
});
