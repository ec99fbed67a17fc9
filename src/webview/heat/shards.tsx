// What dividing a partition key into so many shards would do: the load on each, and what queries then cost.
// Deliberately for any number, and says which is needed: more shards are no gain beyond that.
import type { HeatView, HotKey } from '../../core/preview/view/heat.ts';
import { usePage } from '../context.ts';
import { ChoiceList } from '../parts/choice-list.tsx';
import { numberText } from '../parts/figures.ts';
import { Load } from './heat-tab.tsx';

interface Props {
  readonly hot: HotKey;
  readonly limits: HeatView['limits'];
}

export function Shards({ hot, limits }: Props) {
  const { choices, choose } = usePage();
  const { needed, shards } = hot;
  const wanted = shards.find(({ shards: number }) => number === choices.shards);
  const chosen = wanted ?? shards.find(({ shards: number }) => number === needed) ?? shards[0];
  if (!chosen) return null;
  return (
    <div class="shards">
      <div class="bar">
        <span>Divided into</span>
        <ChoiceList
          label="Number of shards"
          choices={shards.map(({ shards: number }) => ({
            id: String(number),
            title: number === needed ? `${number}, as many as are needed` : String(number),
          }))}
          current={String(chosen.shards)}
          choose={(id) => choose({ shards: Number(id) })}
        />
        <span>shards, each gets</span>
      </div>
      <table class="loads">
        <caption class="unseen">Load on each of {chosen.shards} shards</caption>
        <tbody>
          <Load
            name="writes"
            unit="WCU/s"
            limit={limits.write}
            rate={chosen.peak.write}
            peak={chosen.peak.write}
          />
          <Load
            name="reads"
            unit="RCU/s"
            limit={limits.read}
            rate={chosen.peak.read}
            peak={chosen.peak.read}
          />
        </tbody>
      </table>
      {chosen.reads.length > 0 && (
        <ul>
          {chosen.reads.map(({ pattern, before, after }) => (
            <li key={pattern}>
              {pattern} becomes {chosen.shards} queries: {numberText(after, 'RCU')} a call in place of{' '}
              {numberText(before, 'RCU')}.
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
