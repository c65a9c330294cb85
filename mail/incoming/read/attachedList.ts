import { decodeText } from '../../../onboarding/decodeText.ts';
import { plainLine } from '../../content/plainLine.ts';
import type { AttachedList } from '../mailRead.ts';
import type { MimePart } from './parseMime.ts';

/** In bytes: a thousand people in a CSV file are a tenth of that. */
export const largestList = 1_000_000;

/** Programs send a CSV file under many types: its name tells more. */
const listName = /\.(?:csv|tsv|txt)$/i;
const listType = /^text\/(?:csv|tab-separated-values|comma-separated-values)$/;
/** Where people keep lists as well, and which is no text. */
const sheetName = /\.(?:xlsx?|xlsm|xlsb|ods|numbers|docx?|odt|pdf)$/i;

/** @returns whether a part may be a list of people that can be read. */
export function maybeList({ type, name = '' }: Pick<MimePart, 'type' | 'name'>): boolean {
  return listName.test(name) || listType.test(type);
}

/** @returns the first part of a mail that may be a list of people, or the first that would have to be saved as one. */
export function attachedList(parts: readonly MimePart[]): AttachedList | undefined {
  const list = parts.find(maybeList);
  if (list) {
    const name = plainLine(list.name ?? '', 200);
    if (list.size > largestList) return { name, problem: 'tooLarge' };
    const text = decodeText(list.content);
    return text === undefined ? { name, problem: 'notText' } : { name, text };
  }
  const sheet = parts.find(({ name = '' }) => sheetName.test(name));
  return sheet && { name: plainLine(sheet.name ?? '', 200), problem: 'notText' };
}
