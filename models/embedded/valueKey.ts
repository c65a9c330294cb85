import { KeyWriter } from './keyWriter.ts';

const writer = new KeyWriter();

/** A text that two values share exactly when MongoDB takes them for equal, and that sorts as they do. */
export function valueKey(value: unknown): string {
  writer.reset();
  writer.value(value);
  return writer.bytes().toString('latin1');
}
