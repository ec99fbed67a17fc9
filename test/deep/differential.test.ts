// The random models of test/verify once more: the 2,000 runs that SINGLET_DEEP asks for.
// Deliberately has no test of its own.
import '../verify/differential.test.ts';
