/** @returns the HTML from its body on: what stands before shows nothing. */
export function bodyOfHtml(html: string): string {
  const begin = html.search(/<body[\s>]/i);
  return begin < 0 ? html : html.slice(begin);
}
