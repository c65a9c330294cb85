import { foldText } from '../language/foldText.ts';
import { languages, textsFor } from '../language/texts.ts';

/** @returns what a short answer to a question means, in whatever language it is given; undefined for anything else. */
export function readAnswer(text: string): 'yes' | 'no' | undefined {
  const words = foldText(text)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
  for (const language of languages) {
    const { yes, no } = textsFor(language).answers;
    if (yes.includes(words)) return 'yes';
    if (no.includes(words)) return 'no';
  }
  return undefined;
}
