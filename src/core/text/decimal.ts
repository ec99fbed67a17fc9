// Numbers by their digits: exact where a double is not, up to the 38 digits that DynamoDB keeps.
// Deliberately only reads; comparing and encoding are the business of those who ask.

/** A number as its digits and where they stand. */
export interface Decimal {
  readonly negative: boolean;
  /** Without leading and trailing zeros; empty for zero. */
  readonly digits: string;
  /** 0.digits × 10^exponent; DynamoDB's are within ±130. */
  readonly exponent: number;
}

const writtenNumber = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/;

/** Of a number as DynamoDB and JSON write it. */
export function decimalOf(text: string): Decimal {
  const [, sign, whole = '', fraction = '', power = '0'] = writtenNumber.exec(text.trim()) ?? [];
  const all = whole + fraction;
  const leading = /^0*/.exec(all)?.[0].length ?? 0;
  return {
    negative: sign === '-',
    digits: all.slice(leading).replace(/0+$/, ''),
    exponent: whole.length - leading + Number(power),
  };
}
