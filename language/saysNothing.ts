import { foldText } from './foldText.ts';
import { isThanks } from './isThanks.ts';
import { smallTalk } from './smallTalk.ts';
import { languages, textsFor } from './texts.ts';
import { withoutClosing } from './withoutClosing.ts';

/** Longer than any courtesy with its signature. */
const longest = 300;

const seeSubject = new Set(languages.flatMap((language) => textsFor(language).smallTalk.seeSubject).map(foldText));

/** Whether a mail has nothing but courtesies, or a hint at its subject, whatever its writer signs with. */
export function saysNothing(text: string): boolean {
  if (text.length > longest) return false;
  const said = withoutClosing(text);
  const folded = foldText(said)
    .replace(/[^\p{L}' ]+/gu, ' ')
    .trim();
  return said === '' || seeSubject.has(folded) || smallTalk(said) === 'greeting' || isThanks(text);
}
