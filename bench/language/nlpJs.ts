import { isIntent } from '../../language/intent.ts';
import type { Utterances } from '../../language/readUtterances.ts';
import type { Contestant } from './measure.ts';

/** As much of nlp.js as is used here; it brings no types. */
interface NlpJs {
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<{ intent: string }>;
  container: { use(plugin: unknown): unknown; register(name: string, value: unknown, isSingleton: boolean): void };
}

/**
 * Trains nlp.js on the training sentences, `none` included as an intent; its own "None" counts as a refusal too. It is
 * told the language of each sentence; Usher is not.
 *
 * @returns undefined when the packages of bench/ are not installed.
 */
export async function loadNlpJs({ languages, training }: Utterances): Promise<Contestant | undefined> {
  let nlp: NlpJs;
  try {
    // In variables, so that the type check does not ask for packages that only the benchmark installs.
    const [basic, italian] = ['@nlpjs/basic', '@nlpjs/lang-it'];
    const { dockStart } = await import(basic as string);
    const { LangIt } = await import(italian as string);
    const settings = { nlp: { languages, autoLoad: false, autoSave: false, forceNER: false, nlu: { log: false } } };
    const dock = await dockStart({ settings, use: ['Basic'] });
    nlp = dock.get('nlp');
    nlp.container.use(LangIt);
    // It warns of every sentence without words, once more at each look.
    const quiet = () => {};
    nlp.container.register(
      'logger',
      { trace: quiet, debug: quiet, log: quiet, info: quiet, warn: quiet, error: console.error },
      true,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
  for (const language of languages) nlp.addLanguage(language);
  for (const { text, intent, language } of training) {
    if (languages.includes(language)) nlp.addDocument(language, text, intent);
  }
  const start = performance.now();
  await nlp.train();
  return {
    name: 'nlp.js',
    trainingMilliseconds: performance.now() - start,
    async intentOf(text, language) {
      const { intent } = await nlp.process(language, text);
      return isIntent(intent) ? intent : 'none';
    },
  };
}
