// What makes the names of one run's tables its own.
// Deliberately random: no table of anybody else has it by chance.
import { randomBytes } from 'node:crypto';

/** Ten hexadecimal digits. */
export const newRunId = (): string => randomBytes(5).toString('hex');
