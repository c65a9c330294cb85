import { Types } from 'mongoose';

/** @returns the id that a hex string from outside stands for, or undefined when it is none. */
export function readId(text: unknown): Types.ObjectId | undefined {
  return typeof text === 'string' && /^[0-9a-f]{24}$/i.test(text) ? new Types.ObjectId(text) : undefined;
}
