// A value computed at most once, on first use: the stages of a snapshot are made of these.
// Deliberately has no way to reset: a new text is a new snapshot.

export function lazy<T>(compute: () => T): () => T {
  let state: { readonly value: T } | undefined;
  return () => {
    state ??= { value: compute() };
    return state.value;
  };
}
