import type { mongo } from 'mongoose';
import { asFraction, type BsonNumber, exactNumber, type Fraction } from './exactNumber.ts';
import { orderOfType } from './orderOfType.ts';
import { regexParts } from './regexParts.ts';
import { typeOrder } from './typeOrder.ts';

/** How finely the part of a number that a double cannot hold is told apart: far below the last digit of a Decimal128. */
const residualBits = 96n;
const residualOffset = 1n << residualBits;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these two are what it looks for
const lowControl = /[\0\u0001]/;

/**
 * Writes BSON values as bytes that compare (byte by byte, as LMDB does) the way MongoDB compares the values. Every
 * written value ends by itself, so that one may follow the other in the key of a compound index.
 */
export class KeyWriter {
  #bytes = Buffer.allocUnsafe(256);
  #length = 0;

  /** Forgets what was written. */
  reset(): void {
    this.#length = 0;
  }

  /** How many bytes were written. */
  get length(): number {
    return this.#length;
  }

  /** A copy of what was written. */
  bytes(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }

  /** Writes one byte. */
  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** Writes an unsigned number of 4 bytes. */
  uint32(value: number): void {
    this.#reserve(4);
    this.#length = this.#bytes.writeUInt32BE(value, this.#length);
  }

  /** Writes bytes as they are. */
  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Writes one value, or its opposite for a field that an index keeps from high to low. */
  value(value: unknown, descending = false): void {
    const start = this.#length;
    this.#write(value);
    if (descending) this.invert(start);
  }

  /** Turns the order of everything written since `start` around. */
  invert(start: number): void {
    for (let i = start; i < this.#length; i++) this.#bytes[i] = ~(this.#bytes[i] as number);
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + count));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  #write(value: unknown): void {
    const order = orderOfType(value);
    this.byte(order);
    switch (order) {
      case typeOrder.number:
        this.#number(value as BsonNumber);
        break;
      case typeOrder.string:
        this.#text(String(value));
        break;
      case typeOrder.object:
        for (const [field, inner] of Object.entries(value as object)) {
          this.byte(orderOfType(inner));
          this.#text(field);
          this.#write(inner);
        }
        this.byte(0);
        break;
      case typeOrder.array:
        for (const inner of value as unknown[]) this.#write(inner);
        this.byte(0);
        break;
      case typeOrder.binary: {
        const binary = value as mongo.BSON.Binary;
        this.uint32(binary.position);
        this.byte(binary.sub_type);
        this.raw(binary.value());
        break;
      }
      case typeOrder.objectId:
        this.raw((value as mongo.BSON.ObjectId).id);
        break;
      case typeOrder.boolean:
        this.byte(value ? 1 : 0);
        break;
      case typeOrder.date:
        this.#double((value as Date).getTime());
        break;
      case typeOrder.timestamp: {
        const timestamp = value as mongo.BSON.Timestamp;
        this.uint32(timestamp.getHighBitsUnsigned());
        this.uint32(timestamp.getLowBitsUnsigned());
        break;
      }
      case typeOrder.regex: {
        const { pattern, flags } = regexParts(value);
        this.#text(pattern);
        this.#text(flags);
        break;
      }
    }
  }

  /** UTF-8, ended by a zero byte; the bytes 0 and 1 within become two, so that no text begins like another one ends. */
  #text(text: string): void {
    this.#reserve(text.length * 3 + 1);
    if (!lowControl.test(text)) {
      this.#length += this.#bytes.write(text, this.#length);
      this.#bytes[this.#length++] = 0;
      return;
    }
    for (const byte of Buffer.from(text)) {
      this.byte(Math.max(byte, 1));
      if (byte <= 1) this.byte(byte + 1);
    }
    this.byte(0);
  }

  /** IEEE bits, turned so that they compare as unsigned bytes; NaN lowest, one zero. */
  #double(value: number): void {
    this.#reserve(8);
    const at = this.#length;
    this.#length += 8;
    if (Number.isNaN(value)) {
      this.#bytes.fill(0, at, at + 8);
      return;
    }
    this.#bytes.writeDoubleBE(value === 0 ? 0 : value, at);
    if ((this.#bytes[at] as number) & 0x80) this.invert(at);
    else (this.#bytes[at] as number) |= 0x80;
  }

  /** The nearest double, then whether the number lies below, on or above it, then by how much. */
  #number(value: BsonNumber): void {
    const exact = exactNumber(value);
    if (typeof exact === 'number') {
      this.#double(exact);
      this.byte(2);
      return;
    }
    const nearest = Number(value.toString());
    this.#double(nearest);
    const residual = Number.isFinite(nearest) && nearest !== 0 ? residualOf(exact, nearest) : 0n;
    this.byte(residual === 0n ? 2 : residual < 0n ? 1 : 3);
    if (residual === 0n) return;
    const shifted = (residual + residualOffset).toString(16).padStart(26, '0');
    this.raw(Buffer.from(shifted, 'hex'));
  }
}

/** How far a number lies from its nearest double, in the double's last place, with 96 bits after the point. */
function residualOf(exact: Fraction, nearest: number): bigint {
  const double = asFraction(nearest);
  const ulp = asFraction(2 ** Math.max(Math.floor(Math.log2(Math.abs(nearest))) - 52, -1074));
  const numerator =
    (exact.numerator * double.denominator - double.numerator * exact.denominator) * ulp.denominator * residualOffset;
  const denominator = exact.denominator * double.denominator * ulp.numerator;
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}
