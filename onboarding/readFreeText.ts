import type { FieldProblem } from './refusal.ts';

/** How long what somebody writes in their own words may be, in characters. */
export const longestFreeText = 1_000;

/** @returns a text trimmed, in NFC and without control characters (lines are kept), or what is wrong with it. */
export function readFreeText(text: unknown): { text: string } | { problem: FieldProblem } {
  if (text === undefined || text === null) return { text: '' };
  if (typeof text !== 'string') return { problem: 'badCharacters' };
  if (text.length > 10 * longestFreeText) return { problem: 'tooLong' };
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\t\u200d]/gu, '')
    .trim()
    .normalize('NFC');
  return [...clean].length > longestFreeText ? { problem: 'tooLong' } : { text: clean };
}
