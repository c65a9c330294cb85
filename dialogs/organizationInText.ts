import { foldText } from '../language/foldText.ts';

/** Words that say what kind of company it is, not which one. */
const legalForms = new Set(
  'ag co corp gbr gmbh inc kg limited llc llp ltd nv plc sa sapa sarl sas snc spa srl the und and'.split(' '),
);

/** @returns the words by which a text names one of the organizations, the one it names best; empty where it names none. */
export function organizationInText(organizations: readonly string[], text: string): string[] {
  // What stands in an address is not said of the organization; no more than 64 characters stand before its @ (RFC 5321).
  const said = new Set(distinctiveWords(text.replace(/\S{1,64}@\S+/g, ' ')).map(foldText));
  let best: string[] = [];
  for (const organization of organizations) {
    const words = distinctiveWords(organization);
    if (!words[0] || !said.has(foldText(words[0]))) continue;
    const matched = words.filter((word) => said.has(foldText(word)));
    if (matched.length > best.length) best = matched;
  }
  return best;
}

function distinctiveWords(text: string): string[] {
  return text
    .replace(/\b(\p{L})\.(?=\p{L}\.|\s|$)/gu, '$1')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => [...word].length >= 2 && !legalForms.has(foldText(word)));
}
