/** Says whether one value, on its own, fulfils a condition; `undefined` is a missing value. */
export type ValueTest = (value: unknown) => boolean;
