// How long a unit of time is, in seconds.
// Deliberately with months and years of one length, as money and counts need no calendar.

/** A month has 730 hours, as in AWS's price lists (of 2026): a twelfth of 365 days. */
const month = 730 * 3600;

export const secondsIn = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 7 * 86_400,
  month,
  year: 12 * month,
} as const;
