/** @returns how many words a text has, whatever stands between them; 1 for none. */
export function wordCount(text: string): number {
  return text.trim().split(/\s+/).length;
}
