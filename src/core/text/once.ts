// A value for each key, computed at most once, on first use: `lazy` for many.
// Deliberately without a way to reset, and lives no longer than what it was made for.

export function once<Key, Value extends object>(compute: (key: Key) => Value): (key: Key) => Value {
  const done = new Map<Key, Value>();
  return (key) => {
    const known = done.get(key);
    if (known !== undefined) return known;
    const value = compute(key);
    done.set(key, value);
    return value;
  };
}
