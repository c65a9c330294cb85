/**
 * @param line what a stranger wrote and somebody else is to read in a mail of ours.
 * @returns it in such a way that no mail program finds an address in it to make a link of.
 */
export function withoutLinks(line: string): string {
  return line.replace(/(?<=\S)[.:/@]+(?=\S)/g, '$& ');
}
