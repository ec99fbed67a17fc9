// The load on the busiest value of each partition key against what one partition serves, the hottest first.
// Deliberately both limits on one scale, as shares of what is served: 100 % is where DynamoDB throttles.

import { useState } from 'preact/hooks';
import type { HeatView, HotKey, LoadView } from '../../core/preview/view/heat.ts';
import type { Figure } from '../../core/preview/view/overview.ts';
import { printNumber } from '../../core/syntax/quantity.ts';
import { usePage } from '../context.ts';
import { KeyText } from '../parts/breakable.tsx';
import { EntityMark } from '../parts/entity-mark.tsx';
import { numberText, percent } from '../parts/figures.ts';
import { SourceLink } from '../parts/source-link.tsx';
import { Lacks, Working } from '../parts/working.tsx';
import { Shards } from './shards.tsx';

/** Shown at once; colder keys are behind a button. */
const shownAtOnce = 30;

export function HeatTab({ heat }: { readonly heat: HeatView }) {
  const [most, setMost] = useState(shownAtOnce);
  const { limits, keys } = heat;
  if (keys.length === 0) {
    return <p class="empty">No access pattern reads or writes by key yet, so no partition key has a load.</p>;
  }
  const hot = keys.filter(({ verdict }) => verdict === 'exceeds').length;
  return (
    <div class="heat">
      <p class="section about">
        {hot === 0 ? (
          <b>No partition key gets more than one partition serves.</b>
        ) : (
          <b class="too-hot">
            {hot === 1 ? 'One partition key gets' : `${hot} partition keys get`} more than one partition
            serves.
          </b>
        )}
        <span>
          One partition serves {printNumber(limits.read)} RCU/s and {printNumber(limits.write)} WCU/s. Each
          bar is the busiest value of a partition key: filled at the mean rate, outlined at the peak.
        </span>
      </p>
      <ol class="hot-keys">
        {keys.slice(0, most).map((key) => (
          <Key key={`${key.target} ${key.partitionKey}`} hot={key} limits={limits} />
        ))}
      </ol>
      {keys.length > most && (
        <p class="section">
          <button type="button" class="link" onClick={() => setMost(most + 100)}>
            {keys.length - most} colder keys
          </button>
        </p>
      )}
    </div>
  );
}

interface KeyProps {
  readonly hot: HotKey;
  readonly limits: HeatView['limits'];
}

function Key({ hot, limits }: KeyProps) {
  const { choose } = usePage();
  const { verdict, title, partitionKey, entities, bound, item, patterns, lacks, working } = hot;
  const isHot = verdict === 'exceeds';
  return (
    <li class={verdict}>
      <h2>
        <span class="verdict-sign" aria-hidden="true">
          {isHot ? '▲' : verdict === 'unknown' ? '?' : '✓'}
        </span>
        <SourceLink span={hot.span} class="key-name">
          <code>
            <KeyText text={partitionKey} />
          </code>
        </SourceLink>
        <span class="quiet">{title}</span>
        <span>
          {entities.map((entity) => (
            <EntityMark key={entity} entity={entity} />
          ))}
        </span>
        {isHot && <span class="too-hot">more than one partition serves</span>}
        {verdict === 'unknown' && <span class="quiet">not known</span>}
      </h2>
      <table class="loads">
        <caption class="unseen">Load on the busiest value of {partitionKey}</caption>
        <thead class="unseen-head">
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Bar</th>
            <th scope="col">Load</th>
          </tr>
        </thead>
        <tbody>
          <Load name="writes" unit="WCU/s" limit={limits.write} rate={hot.rate.write} peak={hot.peak.write} />
          <Load name="reads" unit="RCU/s" limit={limits.read} rate={hot.rate.read} peak={hot.peak.read} />
        </tbody>
      </table>
      <details open={isHot}>
        <summary>
          {isHot ? 'Why, and what shards would do' : 'Where it comes from, and what shards would do'}
        </summary>
        {item !== undefined && <p class="too-hot">{item}</p>}
        <p>{bound}</p>
        <ul class="loads-by-pattern" aria-label="By access pattern, at the peak">
          {patterns.map(({ name, load }) => (
            <li key={name}>
              <button type="button" class="link" onClick={() => choose({ tab: 'patterns', pattern: name })}>
                {name}
              </button>{' '}
              <span>{loadText(load)}</span>
            </li>
          ))}
        </ul>
        <Shards hot={hot} limits={limits} />
        <Working lines={working} />
        <Lacks lines={lacks} />
      </details>
    </li>
  );
}

export function loadText({ read, write }: LoadView): string {
  const parts = [
    ...(isNone(write) ? [] : [numberText(write, 'WCU/s')]),
    ...(isNone(read) ? [] : [numberText(read, 'RCU/s')]),
  ];
  return parts.join(' + ') || 'nothing';
}

const isNone = ({ mean, atLeast }: Figure): boolean => mean === 0 && atLeast === 0;

interface LoadProps {
  readonly name: string;
  readonly unit: string;
  readonly limit: number;
  readonly rate: Figure;
  readonly peak: Figure;
}

/** A bar of 150 % of what is served, so that an excess is seen; more than that is cut, and says so. */
const mostShare = 1.5;

export function Load({ name, unit, limit, rate, peak }: LoadProps) {
  const share = ({ mean, atLeast }: Figure): number => (mean ?? atLeast) / limit;
  const width = (of: Figure): string => `${(100 * Math.min(mostShare, share(of))) / mostShare}%`;
  const isBeyond = share(peak) > 1;
  const isSame = share(peak) === share(rate);
  return (
    <tr class={isBeyond ? 'beyond' : ''}>
      <th scope="row">{name}</th>
      <td class="gauge" aria-hidden="true">
        <span class="peak" style={{ width: width(peak) }} />
        <span class="rate" style={{ width: width(rate) }} />
        <span class="limit" />
      </td>
      <td class="figure">
        {numberText(peak, unit)}
        <span class="quiet">
          {isSame ? '' : ` at the peak, ${numberText(rate)} at the mean rate`}
          {share(peak) > 0 && ` · ${percent(share(peak))} of ${printNumber(limit)}`}
        </span>
      </td>
    </tr>
  );
}
