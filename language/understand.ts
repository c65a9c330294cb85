import { gatherConcepts } from './concepts.ts';
import { createDataReader, type ReadSentence, type SentenceData } from './dataInSentence.ts';
import type { Intent, PossibleIntent } from './intent.ts';
import { intentClassifier, learnIntents } from './intentClassifier.ts';
import { type Knowledge, readKnowledge } from './knowledge.ts';
import { type DetectedLanguage, languageDetector, learnLanguages } from './languageDetector.ts';
import { plainText } from './plainText.ts';
import { readUtterances, type Utterances } from './readUtterances.ts';
import { thresholds } from './thresholds.ts';
import { learnWords, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** What Usher makes of a message. */
export interface Understood {
  /** The message as it came. */
  text: string;
  /** The language it is written in, among those that have an utterance file; a best guess when `languageSure` is false. */
  language: string;
  /** Whether the message itself told its language; false for "ok", a bare address, a language Usher does not know. */
  languageSure: boolean;
  intent: Intent;
  /** How likely `intent` is right, 0 to 1. */
  confidence: number;
  /** Whether to act on `intent`. If not, offer `alternatives` as *did you mean* buttons; without any, say so. */
  sure: boolean;
  /** What else it could be, likeliest first: without `none`; begins with `intent` when that is not `none`. */
  alternatives: PossibleIntent[];
  data: SentenceData;
  /** The words that may be somebody's name, as typed. */
  mentioned: string[];
}

export interface Understanding {
  /**
   * @param text what a person wrote; of a very long text the beginning counts.
   * @param hint the language of the conversation so far, for messages that do not tell theirs.
   */
  understand(text: string, hint?: { language?: string }): Understood;
  /** Which language a text is in, for readers of something else than intents. */
  languageOf(text: string, hint?: { language?: string }): DetectedLanguage;
  vocabulary: Vocabulary;
}

/**
 * Makes an understanding out of the utterance files, once per process: with what the build has learned from them, where
 * that lies beside this file, otherwise by learning from them now.
 *
 * @param utterances for measuring with other sentences than those of the files.
 */
export function createUnderstanding(utterances?: Utterances): Understanding {
  if (utterances) return understandingOf(learn(utterances));
  known ??= understandingOf(readKnowledge() ?? learn(readUtterances()));
  return known;
}

let known: Understanding | undefined;

/** Learns from the training sentences; the same sentences give the same knowledge, on every machine. */
export function learn(utterances: Utterances): Knowledge {
  const words = learnWords(utterances);
  const readData = createDataReader(utterances.words, vocabularyOf(words));
  const training = utterances.training.map((utterance) => ({ ...utterance, read: readData(utterance.text) }));
  return {
    lists: utterances.words,
    words,
    languages: learnLanguages(training, utterances),
    intents: learnIntents({
      // Requests in other languages would teach that requests are none of ours.
      examples: training.filter(({ language }) => language !== 'other'),
      courtesies: [...utterances.words.values()]
        .flatMap((lists) => [...(lists.get('courtesy opening') ?? []), ...(lists.get('courtesy closing') ?? [])])
        .map(readData),
      concepts: gatherConcepts(utterances.words),
    }),
  };
}

function understandingOf(knowledge: Knowledge): Understanding {
  const vocabulary = vocabularyOf(knowledge.words);
  const readData = createDataReader(knowledge.lists, vocabulary);
  const detectLanguage = languageDetector(knowledge.languages);
  const classify = intentClassifier(knowledge.intents, gatherConcepts(knowledge.lists));

  return {
    understand(text, hint = {}) {
      const read = readData(plainText(text));
      const { data, sentences } = read;
      const { language, sure: languageSure, isOther } = detectLanguage(telling(read, hint), hint.language);
      const possible = classify(sentences);
      const none = possible.find(({ intent }) => intent === 'none')?.confidence ?? 0;
      const wanted = possible.filter(({ intent }) => intent !== 'none');
      const best = wanted[0] as PossibleIntent;
      // In a language that nobody taught it, Usher understands but one thing: the name of a language.
      const isForeign = isOther && best.intent !== 'changeLanguage';
      // Nor is there anything to ask about where nothing is worth being offered.
      const isNone = isForeign || none > thresholds.none || best.confidence < thresholds.offer;
      return {
        text,
        language,
        languageSure,
        intent: isNone ? 'none' : best.intent,
        confidence: round(isNone ? (isForeign ? 1 - best.confidence : none) : best.confidence),
        sure: isNone ? best.confidence < thresholds.offer : best.confidence >= thresholds.act,
        alternatives: wanted
          .filter(({ confidence }) => confidence >= thresholds.offer)
          .slice(0, thresholds.offeredAtMost)
          .map(({ intent, confidence }) => ({ intent, confidence: round(confidence) })),
        data,
        mentioned: read.mentioned,
      };
    },
    languageOf: (text, hint = {}) => detectLanguage(telling(readData(plainText(text)), hint), hint.language),
    vocabulary,
  };
}

/** The words that tell a language: the name of a role does only where nothing else is known. */
function telling({ words, roleWords }: ReadSentence, hint: { language?: string }): string[] {
  return words.length > 0 || hint.language !== undefined ? words : roleWords;
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
