import { evalExpr } from 'mingo/core';
import { $add, $multiply, $subtract } from 'mingo/operators/expression/arithmetic';
import type { Options } from 'mingo/types';
import { calculate, isBsonNumber } from './arithmetic.ts';
import { BSON } from './bson.ts';
import type { BsonNumber } from './exactNumber.ts';

type Expression = (document: never, operands: never, options: Options) => unknown;

const withNumbers = (plain: Expression, calculateAll: (numbers: BsonNumber[]) => BsonNumber) =>
  ((document, operands, options) => {
    const values = evalExpr(document, operands, options) as unknown;
    const special = Array.isArray(values) && values.some((value) => typeof value === 'object' && isBsonNumber(value));
    return special && values.every(isBsonNumber) ? calculateAll(values) : plain(document, operands, options);
  }) as Expression;

const minusOne = -1;

/** mingo's sums, differences and products, made to count with 64-bit integers and decimals too. */
export const mingoNumbers = {
  $add: withNumbers($add as Expression, (numbers) => numbers.reduce((sum, each) => calculate('+', sum, each))),
  $multiply: withNumbers($multiply as Expression, (numbers) =>
    numbers.reduce((all, each) => calculate('*', all, each)),
  ),
  $subtract: withNumbers($subtract as Expression, ([from, amount]) =>
    calculate('+', from as BsonNumber, calculate('*', amount as BsonNumber, minusOne)),
  ),
};

/** The sum of the numbers among some values, 0 without any. */
export function sumOf(values: unknown[]): BsonNumber {
  return values.filter(isBsonNumber).reduce((sum, each) => calculate('+', sum, each), 0);
}

/** The mean of the numbers among some values, null without any; of decimals a decimal of up to 34 digits. */
export function meanOf(values: unknown[]): BsonNumber | null {
  const numbers = values.filter(isBsonNumber);
  if (numbers.length === 0) return null;
  const sum = sumOf(numbers);
  if (typeof sum === 'number') return sum / numbers.length;
  if (sum._bsontype === 'Long') return Number(sum) / numbers.length;
  const [, sign = '', digits = '', exponent = '0'] = /^(-?)(\d+)E([+-]?\d+)$/.exec(scientific(sum.toString())) ?? [];
  const quotient = (BigInt(digits) * 10n ** 40n) / BigInt(numbers.length);
  return trimmed(BSON.Decimal128.fromStringWithRounding(`${sign}${quotient}E${Number(exponent) - 40}`));
}

/** `12.5` as `125E-1`. */
function scientific(text: string): string {
  const [, sign = '', whole = '', decimals = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/i.exec(text) ?? [];
  return `${sign}${whole}${decimals}E${Number(power) - decimals.length}`;
}

function trimmed(decimal: InstanceType<typeof BSON.Decimal128>): BsonNumber {
  const text = decimal.toString();
  return text.includes('.') && !text.includes('E') ? BSON.Decimal128.fromString(text.replace(/\.?0+$/, '')) : decimal;
}
