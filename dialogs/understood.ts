import type { SentenceData } from '../language/dataInSentence.ts';
import type { Intent } from '../language/intent.ts';

/** What language/ makes of a sentence. */
export interface Understood {
  text: string;
  language: string;
  /** Whether the sentence itself told its language: a name or an address does not. */
  languageSure?: boolean;
  intent: Intent;
  confidence: number;
  /** Sure enough to act on; otherwise the person is asked which of the alternatives was meant. */
  sure: boolean;
  alternatives: readonly { intent: Intent; confidence: number }[];
  data: SentenceData;
  /** The words that may be somebody’s name, as typed. */
  mentioned: readonly string[];
}

export type Understand = (text: string, hint?: { language?: string }) => Understood;
