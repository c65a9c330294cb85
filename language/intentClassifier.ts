import { gatherConcepts } from './concepts.ts';
import type { ReadSentence } from './dataInSentence.ts';
import { learnFeatureSpace } from './featureSpace.ts';
import { intents, type PossibleIntent } from './intent.ts';
import { trainLinearClassifier } from './linearClassifier.ts';
import type { Utterance, Utterances } from './readUtterances.ts';
import { type FeatureOptions, sentenceFeatures } from './sentenceFeatures.ts';

export const options: FeatureOptions = { word: 1, pair: 0.7, piece: 0.4, concept: 1, shortest: 2, longest: 5 };
export const experiment: any = {};
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
  const counts = new Map<string, number>();
  for (const { read } of examples) {
    for (const word of new Set(read.sentences.flat())) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const domain = new Map<string, number>();
  for (const { read, intent } of examples) {
    if (intent !== 'none') for (const word of new Set(read.sentences.flat())) domain.set(word, (domain.get(word) ?? 0) + 1);
  }
  const featuresOf = (tokens: readonly string[], own?: string) => {
    const extra = conceptsIn(tokens);
    if (experiment.rare) {
      const rare = tokens.filter((t) => (counts.get(t) ?? 0) - (own ? 1 : 0) < 1).length;
      const share = rare / Math.max(1, tokens.length);
      extra.push(`=rare${Math.min(rare, 4)}`, `=share${Math.ceil(share * 4)}`);
    }
    if (experiment.foreign) {
      const minus = own && own !== 'none' ? 1 : 0;
      const f = tokens.filter((t) => (domain.get(t) ?? 0) - minus < experiment.foreign).length;
      const share = f / Math.max(1, tokens.length);
      extra.push(`=foreign${Math.min(f, 5)}`, `=fshare${Math.ceil(share * 4)}`);
    }
    if (experiment.length) extra.push(`=length${tokens.length < 4 ? tokens.length : tokens.length < 8 ? 4 : tokens.length < 16 ? 8 : 16}`);
    if (experiment.pairs) { const c = [...new Set(extra)]; for (let i = 0; i < c.length; i++) for (let j = i+1; j < c.length; j++) extra.push(`${c[i]}&${c[j]}`); }
    return sentenceFeatures(tokens, options, extra);
  };
  const featured = examples.map(({ read, intent }) => ({ features: featuresOf(read.sentences.flat(), intent), intent }));
  const space = learnFeatureSpace(
    featured.map(({ features }) => features),
    training.atLeast,
  );
  const classifier = trainLinearClassifier(
    featured.map(({ features, intent }) => ({
      vector: space.vectorOf(features),
      label: intents.indexOf(intent),
    })),
    { classes: intents.length, dimensions: space.dimensions, ...training },
  );
  return (sentences) => {
    const vector = space.vectorOf(featuresOf(sentences.flat()));
    const probabilities = vector.indexes.length > 0 ? classifier.probabilities(vector) : undefined;
    return intents
      .map((intent, i) => ({ intent, confidence: probabilities?.[i] ?? (intent === 'none' ? 1 : 0) }))
      .sort((a, b) => b.confidence - a.confidence);
  };
}
