import type { ReadSentence } from './dataInSentence.ts';
import { type FeatureTable, featureSpace, learnFeatureSpace } from './featureSpace.ts';
import { type LinearWeights, linearClassifier, trainLinearClassifier } from './linearClassifier.ts';
import type { Utterance, Utterances } from './readUtterances.ts';
import { type FeatureOptions, sentenceFeatures } from './sentenceFeatures.ts';
import { splitWords } from './splitWords.ts';

const options: FeatureOptions = { word: 1.5, pair: 0, piece: 0.5, concept: 0, shortest: 2, longest: 3 };

/** From this probability on a message tells its language by itself. */
const sureFrom = 0.8;

/** From this probability on a message is in none of the languages that have a file. */
const otherFrom = 0.9;

export interface DetectedLanguage {
  /** One of the languages that have a file; a guess when `sure` is false. */
  language: string;
  sure: boolean;
  /** Whether the message is clearly in another language. */
  isOther: boolean;
}

/** What there is to know about languages, as plain data. */
export interface LanguageKnowledge {
  languages: string[];
  features: FeatureTable;
  weights: LinearWeights;
}

/** Learns to tell the languages of the utterance files from one another and from all others. */
export function learnLanguages(
  training: readonly (Utterance & { read: ReadSentence })[],
  { languages, words }: Utterances,
): LanguageKnowledge {
  const classes = [...languages, 'other'];
  // Every fourth sentence is plenty, since languages differ in every word; of short ones none is too many.
  const samples = training
    .filter(
      ({ read, language }, index) =>
        language === 'other' || read.words.length + read.roleWords.length < 3 || index % 4 === 0,
    )
    .map(({ read, language }) => ({ tokens: [...read.words, ...read.roleWords].slice(0, 12), language }));
  for (const [language, lists] of words) {
    // Each common word is a message of its own: most one-word messages are made of them.
    for (const line of lists.get('words common') ?? []) {
      for (const { text } of splitWords(line)) samples.push({ tokens: [text], language });
    }
  }
  const featured = samples.map(({ tokens, language }) => ({ features: sentenceFeatures(tokens, options), language }));
  const table = learnFeatureSpace(
    featured.map(({ features }) => features),
    2,
  );
  const space = featureSpace(table);
  const weights = trainLinearClassifier(
    featured.map(({ features, language }) => ({
      vector: space.vectorOf(features),
      label: classes.indexOf(language),
    })),
    {
      classes: classes.length,
      dimensions: space.dimensions,
      epochs: 4,
      learningRate: 0.5,
      decay: 1e-4,
      seed: 1,
      trainings: 1,
    },
  );

  return { languages, features: table, weights };
}

/**
 * @returns a function that names the language of a message: the likeliest among those that have a file, or the hint as
 *   long as the message does not clearly contradict it.
 */
export function languageDetector({
  languages,
  features,
  weights,
}: LanguageKnowledge): (words: readonly string[], hint?: string) => DetectedLanguage {
  const space = featureSpace(features);
  const classifier = linearClassifier(weights);
  return (spelled, hint) => {
    const tokens = spelled.slice(0, 120);
    const fallback = hint !== undefined && languages.includes(hint) ? hint : undefined;
    const vector = space.vectorOf(sentenceFeatures(tokens, options));
    const probabilities = classifier.probabilities(vector);
    let best = 0;
    for (let i = 1; i < languages.length; i++) {
      if ((probabilities[i] as number) > (probabilities[best] as number)) best = i;
    }
    const sure = vector.indexes.length > 0 && (probabilities[best] as number) >= sureFrom;
    return {
      language: sure ? (languages[best] as string) : (fallback ?? (languages[best] as string)),
      sure,
      isOther: (probabilities[languages.length] as number) >= otherFrom,
    };
  };
}
