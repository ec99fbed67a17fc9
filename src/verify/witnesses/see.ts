// Whether an engine shows what a proof claims: the items of its witness are written, looked at, and taken away again.
// Deliberately a mismatch where it does not: then the proof is wrong, or the engine.
import { canonicalItem } from '../../core/analysis/capacity/canonical.ts';
import { changeUnits } from '../../core/analysis/capacity/concrete-units.ts';
import { concreteRequest } from '../../core/analysis/requests/concrete.ts';
import { keyRequest } from '../../core/analysis/routes/request.ts';
import type { ResolvedAction } from '../../core/model/design.ts';
import { listOf } from '../../core/text/words.ts';
import { read } from '../calls/read.ts';
import { type Check, confirmed, mismatch, notCheckable, oneLine, type Verdict } from '../checks/check.ts';
import { lacking, nameFeatures } from '../checks/features.ts';
import { settled } from '../checks/settle.ts';
import { type Context, deploymentFor, deploymentsOf, isShadow } from '../context.ts';
import type { Feature } from '../engines/capabilities.ts';
import { errorName } from '../session.ts';
import { put, remove, stored } from '../table/deployment.ts';
import { itemText, type Stored, storedText } from '../world.ts';
import type { Claim, Evidence, WitnessRead } from './evidence.ts';
import { givenOf } from './given.ts';

export async function checkEvidence(context: Context, evidence: Evidence): Promise<Check> {
  const { claim, items, told, title } = evidence;
  const check = (verdict: Verdict): Check => ({ aspect: 'proof', call: title, verdict });
  if (items === undefined) {
    return check(mismatch('No item has the keys of which the proof tells.', told, ['(no such item)']));
  }
  const doubt = lacking(context.profile, [...nameFeatures(context.world), ...featuresOf(claim)]);
  if (doubt !== undefined) return check(notCheckable(doubt));
  const lines = items.map((item) => storedText(context.world, item));
  const written: Stored[] = [];
  let verdict: Verdict;
  try {
    for (const each of items) {
      for (const deployment of deploymentsOf(context)) await put(deployment, each.item);
      written.push(each);
    }
    verdict = await see(context, claim, items);
  } catch (error) {
    if (errorName(error) !== 'ValidationException') throw error;
    const said = error instanceof Error ? error.message : '';
    verdict = mismatch(`The engine refuses the witness: ${said}`, lines, [said]);
  }
  await takeAway(context, written);
  return check(verdict);
}

/** What an engine must do right for its answer to say anything. */
function featuresOf(claim: Claim): readonly Feature[] {
  if (claim.kind === 'overwrites') return [];
  const { sort } = claim.read.route;
  return sort.some(({ operator }) => operator === 'begins_with') ? ['key-begins-with'] : [];
}

async function takeAway(context: Context, items: readonly Stored[]): Promise<void> {
  const { world, tally } = context;
  for (const { item } of items) {
    const original = world.find(item);
    for (const deployment of deploymentsOf(context)) {
      if (original) await put(deployment, original.item);
      else await remove(deployment, item);
    }
    // Written, and taken away or put back: at most as much each time.
    const units = changeUnits(world.design, { before: original?.item, after: item }, false);
    for (const number of units.values()) tally.write += 2 * number;
  }
}

function see(context: Context, claim: Claim, items: readonly Stored[]): Promise<Verdict> {
  switch (claim.kind) {
    case 'overwrites':
      return seeOverwritten(context, items);
    case 'over-read':
    case 'returned':
    case 'under-read':
      return seeRead(context, claim.kind, claim.read, items);
    case 'wrong-order':
      return seeOrder(context, claim.read, items);
  }
}

/** `Order PK=CUSTOMER#ann SK=ORDER#1`: no more of an item than its primary key. */
const keyLine = ({ world, main }: Context, { item, entity }: Stored): string =>
  oneLine(itemText(world, new Map([...item].filter(([name]) => main.keyNames.includes(name))), entity));

async function seeOverwritten(context: Context, items: readonly Stored[]): Promise<Verdict> {
  const { main, world } = context;
  const [first, second] = items;
  if (first === undefined || second === undefined) return notCheckable('the proof has no two items');
  const held = await stored(main, first.item);
  const isSecond = held !== undefined && canonicalItem(held) === canonicalItem(second.item);
  // What is not stored makes them different items all the same.
  const differ =
    first.entity !== second.entity || canonicalItem(first.values) !== canonicalItem(second.values);
  if (isSecond && differ) {
    return confirmed(
      'engine',
      `as proved, the second of two items of one key overwrites the first: ${keyLine(context, second)}`,
    );
  }
  const lines = items.map((each) => storedText(world, each));
  const message = differ
    ? 'A proof says that the second of these items overwrites the first, and both are there.'
    : 'A proof says that the second of these items overwrites the first, and they are the same.';
  return mismatch(message, lines.slice(1), lines);
}

/** Reads as the witness says until what is found is as it should be; the keys of all items in the order that they came in. */
async function readKeys(
  context: Context,
  witness: WitnessRead,
  item: Stored,
  isDone: (keys: readonly string[]) => boolean,
): Promise<readonly string[] | Verdict> {
  const { use, route } = witness;
  // What is read is asked, not what a filter leaves of it, nor what a limit cuts off.
  const action = { ...use.action, filter: [], limit: undefined };
  const bare: ResolvedAction = { action, entities: use.entities };
  const parameters = { given: givenOf(witness, item), each: new Map() };
  const made = concreteRequest(keyRequest(route, bare), parameters);
  if (made.kind === 'lacks') return notCheckable(`the proof says nothing of ${listOf(made.parameters)}`);
  const deployment = deploymentFor(context, route.target);
  return settled(
    context.main.session,
    async () => {
      const options = { allPages: true, isProbe: true };
      const { items } = await read(deployment, route, made.request, parameters, options);
      return items.map((entry) => context.world.keyText(entry));
    },
    isDone,
  );
}

const isKeys = (found: readonly string[] | Verdict): found is readonly string[] => Array.isArray(found);

const engineOf = (context: Context, { route }: WitnessRead) =>
  isShadow(context, route.target) ? 'shadow' : 'engine';

async function seeOrder(
  context: Context,
  witness: WitnessRead,
  [smaller, larger]: readonly Stored[],
): Promise<Verdict> {
  const { world } = context;
  if (smaller === undefined || larger === undefined) return notCheckable('the proof has no two items');
  const [own, other] = [world.keyText(smaller.item), world.keyText(larger.item)];
  const keys = await readKeys(context, witness, smaller, (all) => all.includes(own) && all.includes(other));
  if (!isKeys(keys)) return keys;
  const isDescending = witness.use.action.order?.descending ?? false;
  const [first, second] = isDescending ? [larger, smaller] : [smaller, larger];
  const [at, before] = [keys.indexOf(world.keyText(first.item)), keys.indexOf(world.keyText(second.item))];
  if (at >= 0 && before >= 0 && before < at) {
    const note = `as proved, ${keyLine(context, second)} comes before ${keyLine(context, first)}`;
    return confirmed(engineOf(context, witness), note);
  }
  const lines = [second, first].map((each) => storedText(world, each));
  return mismatch('A proof says that these two come in this order, and they do not.', lines, keys);
}

async function seeRead(
  context: Context,
  kind: 'over-read' | 'returned' | 'under-read',
  witness: WitnessRead,
  [wanted]: readonly Stored[],
): Promise<Verdict> {
  const { world } = context;
  if (wanted === undefined) return notCheckable('the proof has no item');
  const isWanted = kind !== 'under-read';
  const own = world.keyText(wanted.item);
  const keys = await readKeys(context, witness, wanted, (all) => all.includes(own) === isWanted);
  if (!isKeys(keys)) return keys;
  const found = keys.includes(own);
  const line = keyLine(context, wanted);
  if (found === isWanted) {
    const notes = {
      'over-read': `as proved, it reads ${line}`,
      returned: `as proved, it returns ${line}`,
      'under-read': `as proved, it does not return ${line}`,
    };
    return confirmed(engineOf(context, witness), notes[kind]);
  }
  const message = isWanted
    ? 'A proof says that the read finds this item, and it does not.'
    : 'A proof says that the read does not find this item, and it does.';
  const whole = [storedText(world, wanted)];
  return isWanted ? mismatch(message, whole, []) : mismatch(message, [], whole);
}
