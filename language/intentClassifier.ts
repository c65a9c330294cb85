import { gatherConcepts } from './concepts.ts';
import type { ReadSentence } from './dataInSentence.ts';
import { learnFeatureSpace } from './featureSpace.ts';
import { intents, type PossibleIntent } from './intent.ts';
import { trainLinearClassifier } from './linearClassifier.ts';
import type { Utterance, Utterances } from './readUtterances.ts';
import { type FeatureOptions, sentenceFeatures } from './sentenceFeatures.ts';

export const options: FeatureOptions = { word: 1, pair: 0.7, piece: 0.4, concept: 1, shortest: 2, longest: 5 };
export const training = { epochs: 12, learningRate: 0.5, decay: 1e-4, seed: 1, atLeast: 2 };

/**
 * Learns to tell what a message wants: one classifier for all languages, because "administrator" and "amministratore"
 * share most of their letters and data looks the same everywhere.
 *
 * @returns a function that lists every intent with its probability, likeliest first.
 */
export function createIntentClassifier(
  examples: readonly (Utterance & { read: ReadSentence })[],
  { words }: Utterances,
): (sentences: readonly string[][]) => PossibleIntent[] {
  const conceptsIn = gatherConcepts(words);
  const featuresOf = (tokens: readonly string[]) => sentenceFeatures(tokens, options, conceptsIn(tokens));
  const featured = examples.map(({ read, intent }) => ({ features: featuresOf(read.sentences.flat()), intent }));
  const space = learnFeatureSpace(
    featured.map(({ features }) => features),
    training.atLeast,
  );
  const classifier = trainLinearClassifier(
    featured.map(({ features, intent }) => ({
      vector: space.vectorOf(features).vector,
      label: intents.indexOf(intent),
    })),
    { classes: intents.length, dimensions: space.dimensions, ...training },
  );
  return (sentences) => {
    const { vector } = space.vectorOf(featuresOf(sentences.flat()));
    const probabilities = vector.indexes.length > 0 ? classifier.probabilities(vector) : undefined;
    return intents
      .map((intent, i) => ({ intent, confidence: probabilities?.[i] ?? (intent === 'none' ? 1 : 0) }))
      .sort((a, b) => b.confidence - a.confidence);
  };
}
