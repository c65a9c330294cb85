import { parse } from 'tldts';
import { foldText } from '../../language/foldText.ts';
import { splitWords, type Word } from '../../language/splitWords.ts';

/** So much of a text is searched. */
const mostCharacters = 100_000;
/** A longer word is found by its beginning. */
const longestToken = 64;
/** RFC 5321, 4.5.3.1: what stands on each side of the @. */
const longestLocalPart = 64;
const longestDomain = 255;
/** Agreement and account numbers have ten digits; people write them in groups. */
const fewestDigits = 8;
const mostDigits = 14;

/** Of what has more parts, none is looked up as a domain. */
const mostLabels = 10;

const ofAddress = /[\p{L}\p{N}\p{M}.!#$%&'*+/=?^_`{|}~-]/u;
const ofLabel = /[\p{L}\p{N}\p{M}-]/u;

/**
 * @returns what a text can be found by, folded, and where it stands: each word, each address whole, each domain whole and
 *   those above it, and each number that was written in groups whole.
 */
export function searchTokens(text: string): Word[] {
  const searched = text.length > mostCharacters ? text.slice(0, mostCharacters) : text;
  const words = splitWords(searched).map((word) => ({ ...word, text: word.text.slice(0, longestToken) }));
  return [...words, ...addresses(searched), ...domains(searched), ...groupedNumbers(searched, words)];
}

/** Looks outwards from each @ and not further than an address reaches, whatever stands there. */
function addresses(text: string): Word[] {
  const found: Word[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < longestLocalPart && ofAddress.test(text[start - 1] as string)) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at <= longestDomain && ofAddress.test(text[end] as string)) end += 1;
    while (start < at && /[.'=]/.test(text[start] as string)) start += 1;
    while (end > at + 1 && !/[\p{L}\p{N}]/u.test(text[end - 1] as string)) end -= 1;
    if (start < at && end > at + 1) found.push({ text: foldText(text.slice(start, end)), start, end });
  }
  return found;
}

/**
 * Looks outwards from each dot within a word, not further than a domain reaches: `it.contoso.com` is found by
 * `contoso.com`, too. What only looks like one, as a first and a last name do, is words.
 */
function domains(text: string): Word[] {
  const found: Word[] = [];
  let done = 0;
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', Math.max(dot + 1, done))) {
    if (!isOfLabel(text[dot - 1]) || !isOfLabel(text[dot + 1])) continue;
    let start = dot;
    while (start > done && dot - start < longestDomain && isOfLabel(text[start - 1])) start -= 1;
    let end = dot + 1;
    while (end - start < longestDomain && (isOfLabel(text[end]) || (text[end] === '.' && isOfLabel(text[end + 1])))) {
      end += 1;
    }
    done = end;
    // What stands before an @ is somebody's name.
    if (text[end] === '@') continue;
    while (text[start] === '-') start += 1;
    while (text[end - 1] === '-') end -= 1;
    const name = text.slice(start, end);
    const labels = name.split('.');
    if (labels.length > mostLabels || !(text[start - 1] === '@' || endsLikeDomain(name))) continue;
    for (const label of labels.slice(0, -1)) {
      found.push({ text: foldText(text.slice(start, end)), start, end });
      start += label.length + 1;
    }
  }
  return found;
}

function isOfLabel(character: string | undefined): boolean {
  return character !== undefined && ofLabel.test(character);
}

/** Below a top-level domain that there is. */
function endsLikeDomain(name: string): boolean {
  return parse(name, { extractHostname: false, allowPrivateDomains: false }).isIcann === true;
}

function groupedNumbers(text: string, words: readonly Word[]): Word[] {
  const found: Word[] = [];
  for (let first = 0; first < words.length; first += 1) {
    if (!isNumber(words[first])) continue;
    let last = first;
    let digits = (words[first] as Word).text;
    while (isNumber(words[last + 1]) && digits.length < mostDigits) {
      const between = text.slice((words[last] as Word).end, (words[last + 1] as Word).start);
      if (!/^[ .\-/]$/.test(between)) break;
      last += 1;
      digits += (words[last] as Word).text;
    }
    if (last > first && digits.length >= fewestDigits && digits.length <= mostDigits) {
      found.push({ text: digits, start: (words[first] as Word).start, end: (words[last] as Word).end });
    }
    first = last;
  }
  return found;
}

function isNumber(word: Word | undefined): boolean {
  return word !== undefined && /^\p{N}+$/u.test(word.text);
}
