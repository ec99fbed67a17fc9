// From an edit to its diagnostics, through the built server over standard input and output.
// Deliberately asks at once after the edit, as an editor does that pulls.
import { startServer } from '../protocol/client.ts';

/** The median of five edits, in milliseconds; each types a character into a comment at the end and asks for diagnostics. */
export async function timeEdits(server: string, text: string): Promise<number> {
  const started = await startServer({ entry: server });
  try {
    const doc = await started.open(`${text}\n# `);
    await doc.diagnostics();
    const end = { line: text.split('\n').length, character: 2 };
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      const start = performance.now();
      await doc.change('x', { start: end, end });
      await doc.diagnostics();
      times.push(performance.now() - start);
    }
    return times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
  } finally {
    await started.stop();
  }
}
