import type { Intent } from '../../language/intent.ts';
import type { Utterance } from '../../language/readUtterances.ts';

/** A trained understanding, whoever made it. */
export interface Contestant {
  name: string;
  trainingMilliseconds: number;
  /** @returns the intent; `none` for what is refused. */
  intentOf(text: string, language: string): Intent | Promise<Intent>;
  /** Whether it would act on its own, without asking back; undefined when it does not tell. */
  actsOn?(text: string, language: string): boolean;
}

export interface Figures {
  name: string;
  'accuracy %': string;
  'en %': string;
  'it %': string;
  'refusal of none %': string;
  'false refusals %': string;
  'acted wrongly %': string;
  'µs per sentence': string;
  'training ms': string;
}

const passes = 7;

/**
 * Asks a contestant about each sentence.
 *
 * @returns accuracy over the sentences that want something, how many of the others are refused, how many that want
 *   something are refused, how often it acts on something else than what was wanted, and the time of the median pass.
 */
export async function measure(contestant: Contestant, sentences: readonly Utterance[]): Promise<Figures> {
  const answers: { want: Intent; got: Intent; language: string; text: string }[] = [];
  for (const { text, intent, language } of sentences) {
    answers.push({ want: intent, got: await contestant.intentOf(text, language), language, text });
  }
  const wanting = answers.filter(({ want }) => want !== 'none');
  const others = answers.filter(({ want }) => want === 'none');
  const right = (list: typeof answers) => list.filter(({ want, got }) => want === got).length;
  const acted = answers.filter(
    ({ got, text, language }) => got !== 'none' && (contestant.actsOn?.(text, language) ?? true),
  );

  const times: number[] = [];
  for (let pass = 0; pass < passes; pass++) {
    const start = performance.now();
    for (const { text, language } of sentences) await contestant.intentOf(text, language);
    times.push(((performance.now() - start) * 1000) / sentences.length);
  }
  const perLanguage = (language: string) => {
    const inLanguage = wanting.filter((answer) => answer.language === language);
    return percent(right(inLanguage), inLanguage.length);
  };
  return {
    name: contestant.name,
    'accuracy %': percent(right(wanting), wanting.length),
    'en %': perLanguage('en'),
    'it %': perLanguage('it'),
    'refusal of none %': percent(right(others), others.length),
    'false refusals %': percent(wanting.filter(({ got }) => got === 'none').length, wanting.length),
    'acted wrongly %': percent(acted.length - right(acted), answers.length),
    'µs per sentence': (times.sort((a, b) => a - b)[Math.floor(passes / 2)] as number).toFixed(0),
    'training ms': contestant.trainingMilliseconds.toFixed(0),
  };
}

function percent(part: number, whole: number): string {
  return ((100 * part) / whole).toFixed(1);
}
