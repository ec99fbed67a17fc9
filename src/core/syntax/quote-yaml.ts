// Writes a text as a YAML scalar: plain where every YAML reader takes it for that text, else in quotes.
// Deliberately never uses block style or several lines: these scalars go into quick fixes and generated models.

const firstWord = /^[\p{L}\p{N}_$<][\p{L}\p{N}_$<>=./%+#&*()-]*/u;
const moreWords = /^(?: [\p{L}\p{N}_$<>=./%+&*()-][\p{L}\p{N}_$<>=./%+#&*()-]*)*$/u;

/** Words which some version of YAML reads as null, a boolean or a merge. */
const reserved = /^(?:null|true|false|yes|no|on|off|y|n|<<)$/i;

/** Numbers, dates, and what other versions of YAML take for them. */
const numeric = /^[\d_.]+$|^[\d_.]*e[+-]?\d+$|^0[box][\da-f_]+$|^\d{4}-\d\d?-\d/i;

/** `value` as the shortest scalar that is safe as key or value, in block and in flow style. */
export function quote(value: string): string {
  if (isPlain(value)) return value;
  return /["\\]/.test(value) && isPrintable(value) ? singleQuoted(value) : doubleQuoted(value);
}

function isPlain(value: string): boolean {
  const first = firstWord.exec(value)?.[0].length ?? 0;
  return first > 0 && moreWords.test(value.slice(first)) && !reserved.test(value) && !numeric.test(value);
}

const isPrintable = (value: string): boolean => !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u.test(value);

export function doubleQuoted(value: string): string {
  const hidden = /[\x7f-\x9f\u2028\u2029\ufeff]/g;
  return JSON.stringify(value).replace(hidden, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Single quotes know no escapes: what they cannot hold is written in double quotes. */
export function singleQuoted(value: string): string {
  return isPrintable(value) ? `'${value.replaceAll("'", "''")}'` : doubleQuoted(value);
}
