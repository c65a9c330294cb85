import { findEmails } from '../extract/emails.ts';
import { foldText } from '../foldText.ts';

/** A word, number, picture or sign of an answer, and what stands between it and the one before. */
export interface AnswerToken {
  /** Folded; a picture without its skin tone. `#email`, `#url`, `#number` for what these are. */
  text: string;
  /** As typed. */
  raw: string;
  start: number;
  end: number;
  /** What stands before it, since the token before: blanks, punctuation, signs. */
  gap: string;
}

// "+1" is a sign of approval, and the beginning of an American telephone number.
const pieces =
  /https?:\/\/\S+|www\.\S+|\p{Extended_Pictographic}|[✓✗✘]|(?<![\p{L}\p{N}+-])[+-]1(?![\p{N}\p{L}]|[.,\s()/-]*\p{N})|[\p{L}\p{M}]+|\p{N}+|&/gu;

/** Splits a text into tokens; apostrophes and hyphens separate, as everywhere in `language/`. */
export function answerTokens(text: string): AnswerToken[] {
  const emails = text.includes('@') ? findEmails(text) : [];
  const tokens: AnswerToken[] = [];
  let last = 0;
  const push = (folded: string, start: number, end: number) => {
    tokens.push({ text: folded, raw: text.slice(start, end), start, end, gap: text.slice(last, start) });
    last = end;
  };
  let email = emails.shift();
  for (const match of text.matchAll(pieces)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (email && start >= email.start) {
      push('#email', email.start, email.end);
      email = emails.shift();
    }
    if (start < last) continue;
    const [piece] = match;
    if (/^(?:https?:|www\.)/.test(piece)) push('#url', start, end);
    else if (/^\p{N}/u.test(piece)) push('#number', start, end);
    else push(foldText(piece), start, end);
  }
  return tokens;
}
