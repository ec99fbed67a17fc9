// The verdicts beside brute force: on small models, whatever is proved never happens, and whatever is refuted does.
// Deliberately whole models as text; equations.test.ts has the solver alone, and test/deep many more of both.
import { campaign } from './compare.ts';

describe('claims', () => {
  it('have the verdict that trying everything has', function () {
    this.timeout(180_000);
    campaign(250, 20_261_125);
  });
});
