import { BSON } from './bson.ts';
import { asFraction, type BsonNumber } from './exactNumber.ts';

/** Whether a value is a number of any BSON type. */
export function isBsonNumber(value: unknown): value is BsonNumber {
  if (typeof value === 'number') return true;
  const bsonType = (value as { _bsontype?: string } | null | undefined)?._bsontype;
  return bsonType === 'Long' || bsonType === 'Decimal128';
}

/**
 * Adds or multiplies as MongoDB does: a decimal makes the result a decimal of 34 digits, otherwise whole numbers beyond
 * what a JavaScript number holds stay exact as 64-bit integers.
 * @throws RangeError when a whole number leaves 64 bits
 */
export function calculate(operator: '+' | '*', a: BsonNumber, b: BsonNumber): BsonNumber {
  if (isDecimal(a) || isDecimal(b)) return calculateDecimal(operator, a, b);
  const left = Number(a);
  const right = Number(b);
  const rough = operator === '+' ? left + right : left * right;
  if (typeof a === 'number' && typeof b === 'number' && (Number.isSafeInteger(rough) || !bothWhole(a, b))) return rough;
  if (!bothWhole(a, b)) return rough;
  const exact = operator === '+' ? whole(a) + whole(b) : whole(a) * whole(b);
  if (BigInt.asIntN(64, exact) !== exact) throw new RangeError(`${exact} does not fit into 64 bits`);
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : BSON.Long.fromBigInt(exact);
}

function isDecimal(value: BsonNumber): boolean {
  return typeof value === 'object' && value._bsontype === 'Decimal128';
}

function bothWhole(a: BsonNumber, b: BsonNumber): boolean {
  return (typeof a === 'object' || Number.isSafeInteger(a)) && (typeof b === 'object' || Number.isSafeInteger(b));
}

function whole(value: BsonNumber): bigint {
  return typeof value === 'number' ? BigInt(value) : BigInt(value.toString());
}

function calculateDecimal(operator: '+' | '*', a: BsonNumber, b: BsonNumber): BsonNumber {
  const left = decimalParts(a);
  const right = decimalParts(b);
  if (!left || !right) {
    const rough =
      operator === '+' ? Number(a.toString()) + Number(b.toString()) : Number(a.toString()) * Number(b.toString());
    return BSON.Decimal128.fromString(Number.isNaN(rough) ? 'NaN' : rough > 0 ? 'Infinity' : '-Infinity');
  }
  const exponent = operator === '+' ? Math.min(left.exponent, right.exponent) : left.exponent + right.exponent;
  const digits =
    operator === '+'
      ? left.digits * 10n ** BigInt(left.exponent - exponent) + right.digits * 10n ** BigInt(right.exponent - exponent)
      : left.digits * right.digits;
  return BSON.Decimal128.fromStringWithRounding(`${digits}E${exponent}`);
}

/** Digits and power of ten; a double counts with the 15 digits that it surely has, as MongoDB converts it. */
function decimalParts(value: BsonNumber): { digits: bigint; exponent: number } | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return { digits: asFraction(value).numerator, exponent: 0 };
  const text = typeof value === 'number' ? value.toPrecision(15) : value.toString();
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/i.exec(text);
  if (!parts) return undefined;
  const [, sign, integer = '', decimals = '', power = '0'] = parts;
  return { digits: BigInt(`${sign}${integer}${decimals}`), exponent: Number(power) - decimals.length };
}
