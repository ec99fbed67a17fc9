// What `verify` prints for people: a line for each pattern, mismatches with both sides, and what could not be checked.
// Deliberately without colours: marks and words tell as much.
import { printMoney, printNumber } from '../../core/syntax/quantity.ts';
import { printable } from '../../core/text/printable.ts';
import { counted } from '../../core/text/words.ts';
import { resultLines } from '../../verify/lines.ts';
import type { Spending } from '../../verify/spending.ts';
import { allResults, type Done, totalsLine, totalsOf } from '../../verify/totals.ts';

export function verifyText(name: string, done: Done): string {
  const totals = totalsOf(done);
  const { profile, place, items } = done;
  return `${[
    printable(`${name} on ${profile.name} (${place}), ${counted(items, 'sample item')}`),
    '',
    ...allResults(done).flatMap(resultLines).map(printable),
    '',
    totalsLine(done, totals),
    ...totals.reasons.map(({ reason, checks }) => printable(`  ${checks} × ${reason}`)),
  ].join('\n')}\n`;
}

/** What is told before a run on AWS. */
export function spendingNotice(table: string, items: number, spending: Spending): string {
  const { region, read, write, usd, source } = spending;
  const money =
    usd === undefined
      ? `The prices of ${region} are not known.`
      : `That is about ${usd < 0.01 ? 'less than a cent' : printMoney(usd)} (${source}).`;
  return `${[
    `This makes an on-demand table in ${region}, with the credentials that the AWS SDK finds:`,
    `  ${printable(table)}`,
    `It writes ${counted(items, 'sample item')} and makes every call of the model: at most about ${printNumber(write)} write`,
    `and ${printNumber(read)} read request units. ${money} The table is deleted`,
    'afterwards, also when the run fails or is cancelled.',
  ].join('\n')}\n`;
}
