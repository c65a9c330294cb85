import type { gatherConcepts } from './concepts.ts';
import type { ReadSentence } from './dataInSentence.ts';
import { type FeatureTable, featureSpace, learnFeatureSpace } from './featureSpace.ts';
import { intents, type PossibleIntent } from './intent.ts';
import { type LinearWeights, linearClassifier, trainLinearClassifier } from './linearClassifier.ts';
import type { Utterance } from './readUtterances.ts';
import { type FeatureOptions, sentenceFeatures } from './sentenceFeatures.ts';

// Chosen by cross-validation on the training sentences; none of them matters by more than half a percent.
const options: FeatureOptions = { word: 1, pair: 0.7, piece: 0.4, concept: 1.2, shortest: 3, longest: 4 };
const training = { epochs: 4, learningRate: 0.5, decay: 1e-3, seed: 1, trainings: 8 };

const none = intents.indexOf('none');
/** One class more than there are intents: what polite people put around a request. */
const courtesy = intents.length;

/** From this probability on a sentence is taken for a courtesy, and left out when there is anything else. */
const courtesyFrom = 0.3;

/** More sentences than this are not looked at one by one. */
const mostSentences = 16;

/** What the classifier learns from. */
export interface IntentTraining {
  examples: readonly (Utterance & { read: ReadSentence })[];
  /** Openings and closings of polite messages. */
  courtesies: readonly ReadSentence[];
  concepts: ReturnType<typeof gatherConcepts>;
}

/** What there is to know about intents, as plain data. */
export interface IntentKnowledge {
  /** The words of the training sentences. */
  words: Set<string>;
  features: FeatureTable;
  weights: LinearWeights;
}

/**
 * Learns to tell what a message wants: one classifier for all languages, because "administrator" and "amministratore"
 * share most of their letters and data looks the same everywhere.
 */
export function learnIntents({ examples, courtesies, concepts }: IntentTraining): IntentKnowledge {
  const counts = countWords(examples);
  // In training a word counts as new when no other sentence has it: so new words look alike then and later.
  const isNew = (token: string) => (counts.get(token) ?? 0) <= 1;
  const featuresOf = featuresWith(concepts, isNew);
  const samples = [
    ...examples.map(({ read, intent }) => ({ tokens: read.sentences.flat(), label: intents.indexOf(intent) })),
    ...courtesies.map(({ sentences }) => ({ tokens: sentences.flat(), label: courtesy })),
  ].map(({ tokens, label }) => ({ features: featuresOf(tokens), label }));
  const table = learnFeatureSpace(
    samples.map(({ features }) => features),
    2,
  );
  const space = featureSpace(table);
  const weights = trainLinearClassifier(
    samples.map(({ features, label }) => ({ vector: space.vectorOf(features), label })),
    { classes: intents.length + 1, dimensions: space.dimensions, ...training },
  );
  return { words: new Set(counts.keys()), features: table, weights };
}

/** @returns a function that lists every intent with its probability, likeliest first. */
export function intentClassifier(
  { words, features, weights }: IntentKnowledge,
  concepts: IntentTraining['concepts'],
): (sentences: readonly string[][]) => PossibleIntent[] {
  const space = featureSpace(features);
  const classifier = linearClassifier(weights);
  const featuresOf = featuresWith(concepts, (token) => !words.has(token));
  const classify = (tokens: readonly string[]) => classifier.probabilities(space.vectorOf(featuresOf(tokens)));

  return (sentences) => {
    const probabilities = sentences.length > 0 ? ofMessage(sentences, classify) : undefined;
    return intents
      .map((intent, i) => ({ intent, confidence: probabilities?.[i] ?? (i === none ? 1 : 0) }))
      .sort((a, b) => b.confidence - a.confidence);
  };
}

function featuresWith(concepts: IntentTraining['concepts'], isNew: (token: string) => boolean) {
  return (tokens: readonly string[]) => sentenceFeatures(tokens, options, concepts(tokens), shapeOf(tokens, isNew));
}

type Classify = (tokens: readonly string[]) => Float64Array;

/**
 * A long message is looked at as a whole, without its courtesies, and by its most telling sentence: the whole alone would
 * drown "who is my administrator" in kind words, the sentence alone would find something in any chatter.
 */
function ofMessage(sentences: readonly string[][], classify: Classify): Float64Array {
  const [only] = sentences;
  if (sentences.length === 1 && only) return withoutCourtesy(classify(only));
  const each = sentences.slice(0, mostSentences).map((tokens) => ({ tokens, probabilities: classify(tokens) }));
  const telling = each.filter(({ probabilities }) => (probabilities[courtesy] as number) < courtesyFrom);
  const kept = telling.length > 0 ? telling : each;
  const [first] = kept;
  if (kept.length === 1 && first) return withoutCourtesy(first.probabilities);
  const whole = withoutCourtesy(classify(kept.flatMap(({ tokens }) => tokens)));
  let best = whole;
  for (const { probabilities } of kept) {
    const one = withoutCourtesy(probabilities);
    if ((one[none] as number) < (best[none] as number)) best = one;
  }
  const mixed = best.map((value, i) => (value + (whole[i] as number)) / 2);
  const nothing = Math.sqrt((best[none] as number) * (whole[none] as number));
  const scale = (1 - nothing) / Math.max(1e-9, 1 - (mixed[none] as number));
  return mixed.map((value, i) => (i === none ? nothing : value * scale));
}

/** A courtesy is none of the intents. */
function withoutCourtesy(probabilities: Float64Array): Float64Array {
  const result = probabilities.slice(0, courtesy);
  result[none] = (result[none] as number) + (probabilities[courtesy] as number);
  return result;
}

/** How long a sentence is and how much of it is new: what is none of Usher's business is mostly said in other words. */
function shapeOf(tokens: readonly string[], isNew: (token: string) => boolean): string[] {
  const length = tokens.length;
  const newWords = tokens.filter(isNew).length;
  return [
    `=length${length < 4 ? length : length < 8 ? 4 : length < 16 ? 8 : 16}`,
    `=new${Math.min(newWords, 4)}`,
    `=newShare${Math.ceil((newWords / Math.max(1, length)) * 4)}`,
  ];
}

function countWords(examples: IntentTraining['examples']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { read } of examples) {
    for (const word of new Set(read.sentences.flat())) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
