import type { mongo } from 'mongoose';

/** A number as BSON has them: the driver gives small ones as JavaScript numbers, the others as classes. */
export type BsonNumber = number | mongo.BSON.Long | mongo.BSON.Decimal128;

/** A finite number without rounding: `numerator / denominator`, the denominator above zero. */
export interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

const view = new DataView(new ArrayBuffer(8));

function fractionOfDouble(value: number): Fraction {
  if (Number.isInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponentBits = Number((bits >> 52n) & 0x7ffn);
  const mantissa = (bits & 0xfffffffffffffn) | (exponentBits === 0 ? 0n : 1n << 52n);
  const exponent = Math.max(exponentBits, 1) - 1075;
  const numerator = bits >> 63n ? -mantissa : mantissa;
  return exponent < 0
    ? { numerator, denominator: 1n << BigInt(-exponent) }
    : { numerator: numerator << BigInt(exponent), denominator: 1n };
}

/**
 * A BSON number, exactly.
 * @returns a JavaScript number where that is exact (also NaN and the infinities), otherwise a fraction
 */
export function exactNumber(value: BsonNumber): number | Fraction {
  if (typeof value === 'number') return value;
  if (value._bsontype === 'Long') {
    const whole = (value as mongo.BSON.Long).toBigInt();
    const rounded = Number(whole);
    return Number.isSafeInteger(rounded) ? rounded : { numerator: whole, denominator: 1n };
  }
  const text = value.toString();
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/i.exec(text);
  if (!parts) return Number(text);
  const [, sign, whole = '', decimals = '', power = '0'] = parts;
  const digits = BigInt(`${sign}${whole}${decimals}`);
  if (digits === 0n) return 0;
  const exponent = Number(power) - decimals.length;
  const fraction =
    exponent < 0
      ? { numerator: digits, denominator: 10n ** BigInt(-exponent) }
      : { numerator: digits * 10n ** BigInt(exponent), denominator: 1n };
  if (fraction.numerator % fraction.denominator === 0n) {
    const integer = fraction.numerator / fraction.denominator;
    if (Number.isSafeInteger(Number(integer))) return Number(integer);
  }
  return fraction;
}

/** The fraction of a finite number. */
export function asFraction(value: number | Fraction): Fraction {
  return typeof value === 'number' ? fractionOfDouble(value) : value;
}
