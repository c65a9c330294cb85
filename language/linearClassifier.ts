import { seededRandom } from './seededRandom.ts';

/** A sparse vector: `indexes[i]` has the value `values[i]`. */
export interface SparseVector {
  indexes: Int32Array;
  values: Float32Array;
}

export interface TrainingExample {
  vector: SparseVector;
  /** The number of the right class. */
  label: number;
}

/** What training comes to, as plain data. */
export interface LinearWeights {
  classes: number;
  /** Row by row of features: what one feature says about all classes. */
  weights: Float32Array;
  bias: Float64Array;
}

export interface LinearClassifier {
  /** @returns the probability of each class; they add up to one. */
  probabilities(vector: SparseVector): Float64Array;
}

export interface TrainingOptions {
  classes: number;
  /** One more than the largest index in any vector. */
  dimensions: number;
  epochs: number;
  learningRate: number;
  /** How strongly weights are pulled back to zero. */
  decay: number;
  seed: number;
  /** How many trainings, each with the examples in other orders, are averaged. */
  trainings: number;
}

const negligible = 0.02;

/**
 * Trains a multinomial logistic regression with AdaGrad, as the average of several trainings: where one ends depends on
 * the order of the examples, so that a sentence more or less among thousands would turn many an answer that has nothing
 * to do with it. The same examples and options give the same weights, bit by bit, on every machine: the orders come from
 * a seeded generator.
 */
export function trainLinearClassifier(examples: readonly TrainingExample[], options: TrainingOptions): LinearWeights {
  const { classes, dimensions, trainings, seed } = options;
  const weights = new Float32Array(dimensions * classes);
  const bias = new Float64Array(classes);
  const random = seededRandom(seed);
  for (let training = 0; training < trainings; training++) {
    const one = trainOnce(examples, options, random);
    for (let i = 0; i < weights.length; i++)
      weights[i] = (weights[i] as number) + (one.weights[i] as number) / trainings;
    for (let k = 0; k < classes; k++) bias[k] = (bias[k] as number) + (one.bias[k] as number) / trainings;
  }
  return { classes, weights, bias };
}

function trainOnce(
  examples: readonly TrainingExample[],
  { classes, dimensions, epochs, learningRate, decay }: TrainingOptions,
  random: () => number,
): LinearWeights {
  // Rows are features: what one feature says about all classes lies side by side in memory, and beside each weight the
  // sum of its squared steps, which is all that AdaGrad remembers.
  const weights = new Float32Array(dimensions * classes * 2);
  for (let i = 1; i < weights.length; i += 2) weights[i] = 1e-4;
  const bias = new Float64Array(classes);
  const gradient = new Float64Array(classes);
  const moved = new Int32Array(classes);
  const order = Int32Array.from(examples.keys());

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const which of order) {
      const example = examples[which] as TrainingExample;
      const { indexes, values } = example.vector;
      score(weights, 2, bias, classes, indexes, values, gradient);
      softmax(gradient);
      gradient[example.label] = (gradient[example.label] as number) - 1;
      // Most classes are out of the question for most examples; touching their weights would be most of the work.
      let moving = 0;
      for (let k = 0; k < classes; k++) {
        const slope = gradient[k] as number;
        if (Math.abs(slope) < negligible) continue;
        moved[moving++] = k;
        bias[k] = (bias[k] as number) - 0.02 * slope;
      }
      if (moving === 0) continue;
      for (let i = 0; i < indexes.length; i++) {
        const row = (indexes[i] as number) * classes * 2;
        const value = values[i] as number;
        for (let m = 0; m < moving; m++) {
          const k = moved[m] as number;
          const at = row + k * 2;
          const weight = weights[at] as number;
          const step = (gradient[k] as number) * value + decay * weight;
          const square = (weights[at + 1] as number) + step * step;
          weights[at + 1] = square;
          weights[at] = weight - (learningRate * step) / Math.sqrt(square);
        }
      }
    }
  }

  const learned = new Float32Array(dimensions * classes);
  for (let i = 0; i < learned.length; i++) learned[i] = weights[i * 2] as number;
  return { classes, weights: learned, bias };
}

/** @returns the classifier that training came to. */
export function linearClassifier({ classes, weights, bias }: LinearWeights): LinearClassifier {
  return {
    probabilities({ indexes, values }) {
      const result = new Float64Array(classes);
      score(weights, 1, bias, classes, indexes, values, result);
      softmax(result);
      return result;
    },
  };
}

function score(
  weights: Float32Array,
  stride: number,
  bias: Float64Array,
  classes: number,
  indexes: Int32Array,
  values: Float32Array,
  into: Float64Array,
): void {
  into.set(bias);
  for (let i = 0; i < indexes.length; i++) {
    const row = (indexes[i] as number) * classes * stride;
    const value = values[i] as number;
    for (let k = 0; k < classes; k++) into[k] = (into[k] as number) + value * (weights[row + k * stride] as number);
  }
}

function softmax(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of scores) highest = Math.max(highest, value);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    const power = Math.exp((scores[k] as number) - highest);
    scores[k] = power;
    sum += power;
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / sum;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const moved = order[i] as number;
    order[i] = order[j] as number;
    order[j] = moved;
  }
}
