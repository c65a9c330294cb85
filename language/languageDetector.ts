import type { ReadSentence } from './dataInSentence.ts';
import { learnFeatureSpace } from './featureSpace.ts';
import { foldText } from './foldText.ts';
import { trainLinearClassifier } from './linearClassifier.ts';
import type { Utterance, Utterances } from './readUtterances.ts';
import { type FeatureOptions, sentenceFeatures } from './sentenceFeatures.ts';
import { splitWords } from './splitWords.ts';

const options: FeatureOptions = { word: 1.5, pair: 0, piece: 0.5, concept: 0, shortest: 1, longest: 3 };

/** From this probability on a message tells its language by itself. */
const sureFrom = 0.8;

/**
 * Learns to tell the languages of the utterance files from one another and from all others.
 *
 * @returns a function that names the language of a message: the likeliest among those that have a file, or the hint as
 *   long as the message does not clearly contradict it.
 */
export function createLanguageDetector(
  training: readonly (Utterance & { read: ReadSentence })[],
  { languages, words }: Utterances,
): (sentences: readonly string[][], hint?: string) => { language: string; sure: boolean } {
  const classes = [...languages, 'other'];
  const samples = training.map(({ read, language }) => ({ tokens: read.sentences.flat(), language }));
  for (const [language, lists] of words) {
    // Each common word is a message of its own: most one-word messages are made of them.
    for (const line of lists.get('words common') ?? []) {
      for (const { text } of splitWords(line, foldText)) samples.push({ tokens: [text], language });
    }
  }
  const featured = samples.map(({ tokens, language }) => ({ features: sentenceFeatures(tokens, options), language }));
  const space = learnFeatureSpace(
    featured.map(({ features }) => features),
    2,
  );
  const classifier = trainLinearClassifier(
    featured.map(({ features, language }) => ({
      vector: space.vectorOf(features),
      label: classes.indexOf(language),
    })),
    { classes: classes.length, dimensions: space.dimensions, epochs: 6, learningRate: 0.5, decay: 1e-4, seed: 1 },
  );

  return (sentences, hint) => {
    const tokens = sentences.flat().slice(0, 120);
    const fallback = hint !== undefined && languages.includes(hint) ? hint : undefined;
    const told = tokens.some((token) => !token.startsWith('#'));
    const vector = space.vectorOf(sentenceFeatures(tokens, options));
    const probabilities = classifier.probabilities(vector);
    let best = 0;
    for (let i = 1; i < languages.length; i++) {
      if ((probabilities[i] as number) > (probabilities[best] as number)) best = i;
    }
    const sure = told && vector.indexes.length > 0 && (probabilities[best] as number) >= sureFrom;
    return { language: sure ? (languages[best] as string) : (fallback ?? (languages[best] as string)), sure };
  };
}
