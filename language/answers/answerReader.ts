import { foldText } from '../foldText.ts';
import { readUtterances } from '../readUtterances.ts';
import { splitWords } from '../splitWords.ts';
import { createUnderstanding, type Understanding } from '../understand.ts';
import { Answer, type Requester } from './answer.ts';
import { answerSpelling } from './answerSpelling.ts';
import { type AnswerText, answerText, type QuoteCues } from './answerText.ts';
import { type AnswerToken, answerTokens } from './answerTokens.ts';
import { type AnswerItem, AnswerWords, inOneBreath, partsOf, type Spelling } from './answerWords.ts';

/** A text that answers something, taken to pieces. */
export interface ReadAnswer {
  answer: Answer;
  /** Nothing of it is to be acted on. */
  isDoubtful: boolean;
  /** Takes as long as all the rest: for those who want to know. */
  tellLanguage(): { language: string; languageSure: boolean };
}

export interface AnswerHint {
  /** The language of the conversation so far, for answers that do not tell theirs. */
  language?: string;
  /** Whose request it is, so that an answer about someone else is not taken for one about theirs. */
  requester?: Requester;
}

/** Everything that is needed to take answers to pieces; made once per process, when the first answer comes. */
interface AnswerReader {
  understanding: Understanding;
  decision: AnswerWords;
  invitation: AnswerWords;
  reason: AnswerWords;
  spelling: Spelling;
  cues: QuoteCues;
}

let reader: AnswerReader | undefined;

/**
 * Takes an answer to pieces.
 *
 * @param group which lists of words: `decision` for the answer to a request, `invitation` for that to an invitation.
 */
export function readAnswer(typed: string, group: 'decision' | 'invitation', hint: AnswerHint): ReadAnswer {
  reader ??= createReader();
  const { understanding, spelling, cues } = reader;
  const read = answerText(typed, cues);
  const tokens = answerTokens(read.text);
  const items = reader[group].find(tokens, { spelling });
  const reasons = group === 'decision' ? reader.reason.find(tokens, { within: inOneBreath }) : [];
  const { isOrdinary } = understanding.vocabulary;
  const answer = new Answer(read, tokens, items, reasons, isOrdinary, namesOf(hint.requester));
  return {
    answer,
    isDoubtful: read.isDoubtful,
    tellLanguage: () => languageOf(understanding, read, tokens, items, hint.language),
  };
}

function createReader(): AnswerReader {
  const { words, training } = readUtterances();
  const understanding = createUnderstanding();
  const decision = new AnswerWords(words, 'decision');
  const list = (heading: string) => [...words.values()].flatMap((lists) => lists.get(heading) ?? []);
  const inUse = new Set(decision.words);
  for (const { text } of training) for (const word of splitWords(text)) inUse.add(word.text);
  for (const lists of words.values()) {
    for (const [heading, lines] of lists) {
      if (/^(?:decision|reason|answer) /.test(heading)) continue;
      for (const line of lines) for (const word of splitWords(line)) inUse.add(word.text);
    }
  }
  const decisive = new Set<string>();
  for (const kind of ['approve', 'command', 'deny']) {
    for (const line of list(`decision ${kind}`)) {
      for (const { text } of partsOf(line).flat().flatMap(splitWords)) decisive.add(text);
    }
  }
  return {
    understanding,
    decision,
    invitation: new AnswerWords(words, 'answer', [
      'closing',
      'footer',
      'disclaimer',
      'signature',
      'courtesy',
      'regret',
      'vocative',
      'greeting',
      'title',
      'because',
    ]),
    reason: new AnswerWords(words, 'reason'),
    spelling: answerSpelling(decisive, (word) => inUse.has(word), understanding.vocabulary.spellBoldly),
    cues: { introduces: list('decision quoted'), labels: list('decision quotedHeader') },
  };
}

function namesOf(requester: Requester | undefined): { names: Set<string>; email: string | undefined } | undefined {
  if (!requester?.name && !requester?.email) return undefined;
  const names = new Set(splitWords(foldText(requester.name ?? '')).map(({ text }) => text));
  return { names, email: requester.email?.toLowerCase() };
}

/** A short answer is best told by the wordings in it, which are short words that several languages share; a long one as any text. */
function languageOf(
  understanding: Understanding,
  { text }: AnswerText,
  tokens: readonly AnswerToken[],
  items: readonly AnswerItem[],
  hint: string | undefined,
): { language: string; languageSure: boolean } {
  const votes = new Map<string, number>();
  let words = 0;
  for (const { languages, from, to } of items) {
    words += to - from;
    const said = tokens.slice(from, to);
    // A letter or a picture is the same in any language.
    if (!said.some(({ text: word }) => /\p{L}{2}/u.test(word))) continue;
    const [only, ...others] = languages;
    if (only !== undefined && others.length === 0) votes.set(only, (votes.get(only) ?? 0) + to - from);
  }
  const [[best, most] = [], [, next = 0] = []] = [...votes].sort((a, b) => b[1] - a[1]);
  if (best !== undefined && most !== undefined && next === 0 && (words <= 4 || most >= words / 2)) {
    return { language: best, languageSure: true };
  }
  const { language, sure } = understanding.languageOf(text, hint === undefined ? {} : { language: hint });
  return { language, languageSure: sure };
}
