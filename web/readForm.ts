import type { IncomingMessage } from 'node:http';
import { type BodyRefused, readTyped } from './readTyped.ts';

/** The fields of a form that was sent. */
export interface Form {
  /** @returns what stands in a field; empty when the form has no such field. */
  text(name: string): string;
  /** @returns all values of a field that may stand there several times, e.g. ticked roles. */
  list(name: string): string[];
  /** @returns whether the form has such a field, e.g. a pressed button or a ticked box. */
  has(name: string): boolean;
  /** Everything that stands in it, in its order. */
  fields(): (readonly [name: string, value: string])[];
}

export type FormRead = { outcome: 'read'; form: Form } | BodyRefused;

/** Longest form taken, in bytes, unless a page needs more. */
const largestForm = 32 * 1024;
/** More fields than any of our forms has. */
const mostFields = 200;

/**
 * Reads a form as browsers send it, and nothing else: no JSON, no multipart, not compressed; UTF-8; no field twice but
 * those named; nothing but text.
 *
 * @param how.lists fields that may stand there several times.
 * @param how.most longest body taken, in bytes.
 */
export async function readForm(
  request: IncomingMessage,
  { lists = [], most = largestForm }: { lists?: readonly string[]; most?: number } = {},
): Promise<FormRead> {
  const bytes = await readTyped(request, 'application/x-www-form-urlencoded', most);
  if ('outcome' in bytes) return bytes;
  const fields = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of new URLSearchParams(bytes.toString('latin1'))) {
    count += 1;
    const values = fields.get(name);
    if (count > mostFields || value.includes('\0') || (values && !lists.includes(name)))
      return { outcome: 'refused', status: 400 };
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return { outcome: 'read', form: formFrom([...fields].flatMap(([name, values]) => values.map((one) => [name, one]))) };
}

/** @returns the form that has these fields. */
export function formFrom(fields: readonly (readonly [name: string, value: string])[]): Form {
  const list = (name: string) => fields.filter(([one]) => one === name).map(([, value]) => value);
  return {
    text: (name) => list(name)[0] ?? '',
    list,
    has: (name) => list(name).length > 0,
    fields: () => [...fields],
  };
}
