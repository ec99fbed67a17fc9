// How many deaths of the server are forgiven.
// Deliberately by a clock of its own.
import assert from 'node:assert/strict';
import { createRestartBudget } from '../../src/client/restarts.ts';

const minute = 60_000;

describe('the restart budget', () => {
  it('allows three restarts and then no more', () => {
    const budget = createRestartBudget();
    assert.deepEqual(
      [0, 1, 2, 3].map((now) => budget.died(now)),
      [true, true, true, false],
    );
  });

  it('forgets deaths that are long past', () => {
    const budget = createRestartBudget();
    assert.deepEqual(
      [0, 2, 4, 6, 8].map((time) => budget.died(time * minute)),
      [true, true, true, true, true],
    );
  });

  it('begins anew when a person restarts the server', () => {
    const budget = createRestartBudget();
    for (const now of [0, 1, 2, 3]) budget.died(now);
    budget.reset();
    assert.equal(budget.died(4), true);
  });
});
