// How often a server that died is started again before a person is asked.
// Deliberately pure: the caller has the clock.

/** Three deaths within this time are no accident. */
const windowMs = 3 * 60_000;
const restartsPerWindow = 3;

export interface RestartBudget {
  /** Records a death at that time and says whether to start the server again. */
  died(now: number): boolean;
  /** A person asked for a new start: all is forgiven. */
  reset(): void;
}

export function createRestartBudget(): RestartBudget {
  let deaths: number[] = [];
  return {
    died(now) {
      deaths = [...deaths.filter((death) => now - death < windowMs), now];
      return deaths.length <= restartsPerWindow;
    },
    reset() {
      deaths = [];
    },
  };
}
