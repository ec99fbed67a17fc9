// template/wrong-arguments: a function with too few, too many or impossible arguments.
// Deliberately offers only arguments that follow from the attribute or from what is written.
import { argumentProblem, type TemplateFunction, templateFunctions } from '../../facts/functions.ts';
import type { FunctionCall } from '../../syntax/template.ts';
import type { Span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { renameTo } from '../support.ts';
import { type FunctionsUse, once } from './uses.ts';

interface Data {
  readonly call: Span;
  readonly meant: string | undefined;
}

export const wrongArguments = defineRule<Data>({
  id: 'template/wrong-arguments',
  title: 'A function with arguments that it cannot take',
  why: 'The arguments decide the length and the order of the key: how many digits, how many partitions, how much of a time. Without them no value can be made.',
  remedy: 'Write the arguments as the message shows.',
  severity: 'error',
  check: ({ uses }) =>
    once(
      uses.functions.flatMap((use) =>
        use.functions.flatMap((call) => {
          const known = templateFunctions.get(call.name);
          const problem = known && argumentProblem(known, call.args);
          if (known === undefined || problem === undefined) return [];
          const meant = likely(use, known, call);
          return [{ span: call.span, message: problem, data: { call: call.span, meant } }];
        }),
      ),
    ),
  fixes: ({ data }) => renameTo(data.call, data.meant),
});

/** The call with arguments that fit, where one is likely. */
function likely(use: FunctionsUse, known: TemplateFunction, { args }: FunctionCall): string | undefined {
  const [parameter] = known.parameters;
  const arg = args[0] ?? '';
  if (parameter === undefined) return known.name;
  const fitting = (candidate: string): string | undefined =>
    argumentProblem(known, [candidate]) === undefined ? `${known.name}(${candidate})` : undefined;
  if (parameter.kind === 'date-format') {
    return fitting(arg === '' ? 'yyyy-MM-dd' : arg.replace(/[Yy]+/g, 'yyyy').replace(/D+/g, 'dd'));
  }
  if (arg !== '') return args.length > 1 ? fitting(arg) : undefined;
  const takesWidth = known.name === 'pad' || known.name === 'descending';
  const digits = takesWidth ? digitsOf(use) : undefined;
  return digits === undefined ? undefined : fitting(String(digits));
}

/** How many digits the largest value of the attribute has. */
function digitsOf({ attribute, entities }: FunctionsUse): number | undefined {
  const sources = entities.flatMap((entity) => entity.attributes.get(attribute)?.sources ?? []);
  const max = sources.find((source) => source.max !== undefined)?.max;
  return max === undefined || max < 0 || max >= 1e15 ? undefined : String(Math.floor(max)).length;
}
