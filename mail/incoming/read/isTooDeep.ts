/** Elements without content, and those that the parser closes by itself when the next one opens. */
const opensNothing = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot rt rp'.split(
    ' ',
  ),
);

/**
 * A parser that keeps its open elements in a list takes quadratic time for elements within elements, and a recursive walk
 * ends the process. One pass, without building anything; counts rather too many levels than too few for what mail
 * programs write.
 *
 * @returns whether the HTML has more than `most` elements within each other.
 */
export function isTooDeep(html: string, most: number): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  let at = html.indexOf('<');
  while (at !== -1) {
    if (html.startsWith('!--', at + 1)) {
      const end = html.indexOf('-->', at + 4);
      at = end === -1 ? -1 : html.indexOf('<', end);
      continue;
    }
    const tag = /^<(\/?)([a-z][\w:-]{0,40})/i.exec(html.slice(at, at + 44));
    if (tag !== null) {
      const name = (tag[2] as string).toLowerCase();
      if (!opensNothing.has(name)) {
        const already = open.get(name) ?? 0;
        if (tag[1] === '') {
          open.set(name, already + 1);
          depth += 1;
          if (depth > most) return true;
        } else if (already > 0) {
          open.set(name, already - 1);
          depth -= 1;
        }
      }
    }
    at = html.indexOf('<', at + 1);
  }
  return false;
}
