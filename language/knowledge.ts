import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { IntentKnowledge } from './intentClassifier.ts';
import type { LanguageKnowledge } from './languageDetector.ts';
import type { WordLists } from './readUtterances.ts';
import type { WordKnowledge } from './vocabulary.ts';

/** What training comes to, as plain data. */
export interface Knowledge {
  /** The lists of words of each language, as they stand in its file. */
  lists: Map<string, WordLists>;
  words: WordKnowledge;
  languages: LanguageKnowledge;
  intents: IntentKnowledge;
}

const file = new URL('./knowledge.bin', import.meta.url);

/** @returns what the build has learned, or undefined where nothing was, or it was from other utterances than these. */
export function readKnowledge(): Knowledge | undefined {
  try {
    const { learnedFrom, knowledge } = deserialize(readFileSync(file)) as { learnedFrom: string; knowledge: Knowledge };
    return learnedFrom === fingerprint() ? knowledge : undefined;
  } catch {
    // Not built, or by a Node.js that writes otherwise: learning takes a second.
    return undefined;
  }
}

/** Writes down what was learned, beside this file; the build does that, so that a start need not learn. */
export function writeKnowledge(knowledge: Knowledge): void {
  writeFileSync(file, serialize({ learnedFrom: fingerprint(), knowledge }));
}

function fingerprint(): string {
  const folder = new URL('./utterances/', import.meta.url);
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(new URL(name, folder)));
  return hash.digest('hex');
}
