import { foldText } from '../language/foldText.ts';
import { languages, textsFor } from '../language/texts.ts';

type Answer = 'yes' | 'no';

/** @returns what a short answer to a question means, in whatever language it is given; undefined for anything else. */
export function readAnswer(text: string): Answer | undefined {
  const whole = answerIn(text);
  if (whole) return whole;
  // "Yes, of course": each part says the same.
  const answers = new Set(
    text
      .split(/[,;.!]+/)
      .filter((part) => part.trim() !== '')
      .map(answerIn),
  );
  return answers.size === 1 ? [...answers][0] : undefined;
}

function answerIn(text: string): Answer | undefined {
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
