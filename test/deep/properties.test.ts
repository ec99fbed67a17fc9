// The properties of test/properties once more, with the twentyfold runs that SINGLET_DEEP asks for.
// Deliberately has no test of its own.
import '../properties/any-text.test.ts';
import '../properties/same-result.test.ts';
