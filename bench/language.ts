import { readUtterances } from '../language/readUtterances.ts';
import { measure } from './language/measure.ts';
import { loadNlpJs } from './language/nlpJs.ts';
import { loadUsher } from './language/usher.ts';

/**
 * Measures the understanding on the held-out fifth of the sentences, beside nlp.js trained on the same files in the same
 * run, and prints a table.
 */
export default async function benchLanguage(): Promise<void> {
  const utterances = readUtterances();
  const { training, heldOut, languages } = utterances;
  const count = (list: readonly { language: string }[], language: string) =>
    list.filter((utterance) => utterance.language === language).length;
  console.log(
    `Sentences: ${languages.map((language) => `${language} ${count(training, language)} trained, ${count(heldOut, language)} held out`).join('; ')}\n`,
  );
  const sentences = heldOut.filter(({ language }) => language !== 'other');
  const rows = [await measure(loadUsher(utterances), sentences)];
  const nlpJs = await loadNlpJs(utterances);
  if (nlpJs) rows.push(await measure(nlpJs, sentences));
  console.table(Object.fromEntries(rows.map(({ name, ...figures }) => [name, figures])));
  if (!nlpJs) console.log('nlp.js is not installed, so only ours is shown: npm ci --prefix bench');
}
