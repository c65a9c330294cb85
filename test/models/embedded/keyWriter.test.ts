import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { compareValues } from '../../../models/embedded/compareValues.ts';
import { KeyWriter } from '../../../models/embedded/keyWriter.ts';
import { RandomDocuments } from '../randomDocuments.ts';

const { Decimal128, Long, MinKey, MaxKey, Timestamp } = mongoose.mongo;

describe('Index keys', () => {
  const writer = new KeyWriter();
  const encode = (value: unknown, descending = false) => {
    writer.reset();
    writer.value(value, descending);
    return writer.bytes();
  };
  const decimals = [
    '0.1',
    '-0.1',
    '1',
    '1.0',
    '9007199254740993',
    '9007199254740992.5',
    '1E-30',
    '-3',
    '0',
    'NaN',
    'Infinity',
  ];
  const special = [
    ...decimals.map((text) => Decimal128.fromString(text)),
    ...['9007199254740993', '-9007199254740993', '9223372036854775807'].map((text) => Long.fromString(text)),
    ...[0.1, -0.1, 0, -0, 1, 2 ** 53, 2 ** 53 + 2, 5e-324, -5e-324, Number.MAX_VALUE, Infinity, -Infinity, NaN, 1e-30],
    ...['', 'a', 'a\0', 'a\0b', 'ab', 'é', '\uffee', '\u{1f600}'],
    ...[new MinKey(), new MaxKey(), new Timestamp({ t: 5, i: 1 }), new Timestamp({ t: 5, i: 2 }), null, undefined],
    ...[{}, { a: 1 }, { a: 2 }, { b: 1 }, { a: 1, b: 1 }, { a: 'x' }, [], [1], [1, 2], [[1]], /a/, /a/i, /b/],
  ];

  it('compare as the values do, in both directions, whatever follows', () => {
    const random = new RandomDocuments(7);
    const values = [...special, ...Array.from({ length: 150 }, () => random.value(2))];
    const tail = Buffer.from([0x50, 1]);
    for (const a of values) {
      for (const b of values) {
        const expected = Math.sign(compareValues(a, b));
        const shown = `${mongoose.mongo.BSON.EJSON.stringify({ a, b })}`;
        assert.equal(Math.sign(Buffer.compare(encode(a), encode(b))), expected, shown);
        assert.equal(Math.sign(Buffer.compare(encode(b, true), encode(a, true))), expected, `descending ${shown}`);
        if (expected === 0) continue;
        const [x, y] = [Buffer.concat([encode(a), tail]), Buffer.concat([encode(b), Buffer.alloc(2)])];
        assert.equal(Math.sign(Buffer.compare(x, y)), expected, `followed ${shown}`);
      }
    }
  });
});
