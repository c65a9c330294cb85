/**
 * Where somebody wants to go on, from outside: only ever a path of ours, so that nobody is led away by a link to our
 * sign-in.
 *
 * @returns path, query and fragment, or undefined for anything else.
 */
export function localPath(text: string | undefined | null): string | undefined {
  if (!text || text.length > 2_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return undefined;
  const base = 'http://usher.invalid';
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : undefined;
}
