// Where the money goes: by kind, by table and index, by pattern, at the traffic that is chosen.
// Deliberately three tables of the same money: each adds up to the total by itself, or says what is not its own.
import type { CostStop, CostView } from '../../core/preview/view/cost.ts';
import type { Figure } from '../../core/preview/view/overview.ts';
import { counted } from '../../core/text/words.ts';
import { type Bar, BarTable } from '../charts/bar-table.tsx';
import { usePage } from '../context.ts';
import { Name } from '../parts/breakable.tsx';
import { drawn, moneyText, percent } from '../parts/figures.ts';

interface Props {
  readonly cost: CostView;
  readonly stop: CostStop;
}

const bar = (id: string, name: Bar['name'], figure: Figure, total: Figure): Bar => ({
  id,
  name,
  value: drawn(figure),
  text: moneyText(figure),
  isLeast: figure.mean === null,
  ...(figure.mean !== null &&
    total.mean !== null &&
    total.mean > 0 && { note: percent(figure.mean / total.mean) }),
});

export function Breakdown({ cost, stop }: Props) {
  const { choose } = usePage();
  const kinds = cost.kinds.map((name, i) => bar(name, name, stop.kinds[i] ?? none, stop.total));
  const targets = cost.targets.map(({ name }, i) => bar(name, name, stop.targets[i] ?? none, stop.total));
  const patterns = cost.patterns.map(({ name }, i) =>
    bar(
      name,
      <button type="button" class="link" onClick={() => choose({ tab: 'patterns', pattern: name })}>
        <Name text={name} />
      </button>,
      stop.patterns[i] ?? none,
      stop.total,
    ),
  );
  const others = bar('', counted(cost.otherPatterns, 'other pattern'), stop.otherPatterns, stop.total);
  return (
    <section class="section breakdown" aria-label="Where it comes from">
      <div>
        <BarTable caption="By kind" head={['Kind', 'USD a month']} bars={kinds} />
        <BarTable caption="By table and index" head={['Table or index', 'USD a month']} bars={targets} />
      </div>
      <BarTable
        caption="By access pattern"
        head={['Access pattern', 'USD a month']}
        bars={cost.otherPatterns === 0 ? patterns : [...patterns, others]}
      />
    </section>
  );
}

const none: Figure = { mean: 0, atLeast: 0 };
