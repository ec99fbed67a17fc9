// Two letters for each entity, so that colour is never the only sign.
// Deliberately from the name's own letters as far as they go.

/** Each name's initials; where two would be alike, the later takes another of its letters, then a digit. */
export function marksFor(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const mark = [...candidatesFor(name)].find((candidate) => !taken.has(candidate)) ?? name.slice(0, 2);
    taken.add(mark);
    return mark;
  });
}

function* candidatesFor(name: string): Generator<string> {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').match(/[\p{L}\p{N}]+/gu) ?? ['?'];
  const letters = [...words.join('')];
  const first = (letters[0] ?? '?').toUpperCase();
  for (const word of words.slice(1)) yield first + ([...word][0] ?? '').toUpperCase();
  for (const letter of letters.slice(1)) yield first + letter.toLowerCase();
  for (let number = 1; number < 100; number++) yield `${first}${number}`;
}
