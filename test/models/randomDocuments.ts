import mongoose from 'mongoose';

/** A sequence of numbers from 0 up to 1 that is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Fields = Record<string, unknown>;
const { Decimal128, Long, ObjectId, Binary } = mongoose.mongo;

/** Random documents, filters, sorts and updates over few fields and few values, so that they often meet. */
export class RandomDocuments {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  one<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }

  many<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }

  scalar(): unknown {
    return this.one([
      () => this.below(6),
      () => this.below(6) - 2.5,
      () => this.one(['', 'a', 'ab', 'abc', 'B', 'é', 'z\u{1f600}', '\uffee']),
      () => null,
      () => this.#random() < 0.5,
      () => new Date(1_700_000_000_000 + this.below(4) * 1000),
      () => new ObjectId(`00000000000000000000000${this.below(4)}`),
      () => Decimal128.fromString(this.one(['0.1', '1', '-3', '1E+3', '-0.25'])),
      () => Long.fromString(this.one(['9007199254740993', '2', '-9007199254740995'])),
      () => new Binary(Buffer.from(this.one(['', 'a', 'xyz']))),
    ])();
  }

  value(depth = 2): unknown {
    const chance = this.#random();
    if (depth > 0 && chance < 0.15) return [this.value(depth - 1), ...this.many(2, () => this.value(depth - 1))];
    if (depth > 0 && chance < 0.3) return this.fields(['x', 'y'], depth - 1);
    return this.scalar();
  }

  fields(names: string[], depth: number): Fields {
    const fields: Fields = {};
    for (const name of names) if (this.#random() < 0.7) fields[name] = this.value(depth);
    return fields;
  }

  document(id: number): Fields {
    return {
      _id: id,
      ...this.fields(['a', 'b', 'c'], 2),
      n: this.one([this.below(9), 1.5, Decimal128.fromString('2.25')]),
    };
  }

  path(): string {
    return this.one(['a', 'b', 'c', 'a', 'b', 'a.x', 'a.y', 'b.x', 'c.0', 'c.x.y']);
  }

  filter(depth = 1): Fields {
    const chance = this.#random();
    if (depth > 0 && chance < 0.12) {
      return { [this.one(['$or', '$and', '$nor'])]: [this.filter(depth - 1), this.filter(depth - 1)] };
    }
    const filter: Fields = {};
    for (let i = 0; i < 1 + this.below(2); i++) filter[this.path()] = this.condition(depth);
    return filter;
  }

  condition(depth: number): unknown {
    const operand = () => (this.#random() < 0.8 ? this.scalar() : this.value(1));
    const name = this.one([
      'equal',
      'equal',
      '$eq',
      '$ne',
      '$gt',
      '$gte',
      '$lt',
      '$lte',
      'range',
      '$in',
      '$nin',
      '$exists',
      '$size',
      '$all',
      '$type',
      '$regex',
      '$not',
      '$elemMatch',
      'elements',
      '$mod',
    ]);
    switch (name) {
      case 'equal':
        return operand();
      case 'range':
        return { $gte: this.below(4) - 1, $lt: this.below(6) };
      case '$in':
      case '$nin':
      case '$all':
        return { [name]: [operand(), ...this.many(2, operand)] };
      case '$exists':
        return { $exists: this.#random() < 0.5 };
      case '$size':
        return { $size: this.below(3) };
      case '$type':
        return {
          $type: this.one(['string', 'number', 'array', 'object', 'null', 'date', 'bool', 'objectId', 'decimal']),
        };
      case '$regex':
        return this.one([{ $regex: '^a' }, { $regex: '^AB', $options: 'i' }, /b/, { $regex: 'b$' }, /^ab?$/]);
      case '$not':
        return { $not: { [this.one(['$gt', '$lte', '$eq'])]: this.scalar() } };
      case '$elemMatch':
        return depth > 0 ? { $elemMatch: { x: this.condition(0) } } : { $exists: true };
      case 'elements':
        return { $elemMatch: { $gte: this.below(3), $lt: this.below(6) } };
      case '$mod':
        return { $mod: [2, this.below(2)] };
      case '$gte':
      case '$lte':
        // What these do with null and a missing field, the two servers see differently.
        return { [name]: operand() ?? 0 };
      default:
        return { [name]: operand() };
    }
  }

  sort(): Record<string, 1 | -1> {
    const sort: Record<string, 1 | -1> = {};
    for (let i = 0; i < this.below(3); i++)
      sort[this.one(['a', 'b', 'c', 'a.x', 'b.y', 'c.x.y', 'n'])] = this.one([1, -1] as const);
    return { ...sort, _id: this.one([1, -1] as const) };
  }

  update(): Fields {
    const paths: Record<string, string[]> = {
      $set: ['a', 'b', 'a.x', 'c.0', 'd.x'],
      $unset: ['a', 'b', 'c'],
      $inc: ['n', 'm', 'd.n'],
      $mul: ['n', 'm'],
      $min: ['a', 'b', 'n', 'd.x'],
      $max: ['a', 'c', 'n', 'd.x'],
      $push: ['a', 'b', 'e', 'd.x'],
      $addToSet: ['a', 'c', 'e'],
      $pop: ['a', 'b', 'e'],
      $pull: ['a', 'b', 'c', 'e'],
      $pullAll: ['a', 'b', 'c', 'e'],
      $rename: ['a', 'b', 'c'],
    };
    const update: Fields = {};
    for (let i = 0; i < 1 + this.below(3); i++) {
      const operator = this.one(Object.keys(paths));
      update[operator] = { [this.one(paths[operator] ?? [])]: this.#operand(operator) };
    }
    return update;
  }

  #operand(operator: string): unknown {
    switch (operator) {
      case '$inc':
      case '$mul':
        return this.one([1, 2, 0.5, 3]);
      case '$push':
        return this.one([
          () => this.value(1),
          () => ({
            $each: [this.scalar(), ...this.many(2, () => this.scalar())],
            $slice: this.one([-2, 1, 3]),
            $position: this.one([0, 1, -1]),
          }),
          () => ({ $each: [this.below(9), ...this.many(2, () => this.below(9))], $sort: this.one([1, -1]) }),
        ])();
      case '$addToSet':
        return this.#random() < 0.5 ? this.value(1) : { $each: [this.scalar(), ...this.many(2, () => this.scalar())] };
      case '$pop':
        return this.one([1, -1]);
      case '$pull':
        return this.one([() => this.scalar(), () => ({ $gt: this.below(3) }), () => ({ x: this.below(3) })])();
      case '$pullAll':
        return this.many(3, () => this.scalar());
      case '$rename':
        return this.one(['e', 'f']);
      default:
        return this.value(1);
    }
  }
}
