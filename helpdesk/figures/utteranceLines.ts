import type { NotUnderstood } from './notUnderstood.ts';
import type { Period } from './period.ts';

/** What a sentence must not bring into a file that people open: control characters, and those that turn the reading direction. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * Words sentences as the training files have them (language/utterances/README.md): under a heading for what Usher took
 * them for, which is for a person to put right. Addresses and numbers are made up, so that nobody's go into a file that
 * is kept for ever.
 *
 * @param spoken languages that have a file of their own; the others go into other.txt.
 */
export function utteranceLines(
  sentences: readonly NotUnderstood[],
  { days }: Pick<Period, 'days'>,
  spoken: readonly string[],
): string {
  const lines = [
    `// Not understood, ${days[0]?.day} to ${days.at(-1)?.day}. The headings are what Usher took the sentences for,`,
    '// without being sure: put each sentence under the right one before it is trained on.',
  ];
  const isSpoken = (language: string) => spoken.includes(language);
  const byFile = groups(sentences, ({ language }) => (isSpoken(language) ? `${language}.txt` : 'other.txt'));
  for (const [file, ofFile] of byFile) {
    lines.push('', `// ---- ${file} ----`);
    const byHeading = groups(ofFile, ({ intent, language }) =>
      isSpoken(language) ? `[${heading(intent)}]` : `[${heading(intent)} ${heading(language)}]`,
    );
    for (const [title, ofHeading] of byHeading) {
      const written = ofHeading.map(({ text }) => utterance(text)).filter((line) => line !== '');
      if (written.length > 0) lines.push('', title, ...new Set(written));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** @returns a sentence in one line that is read as a sentence, whatever somebody wrote. */
function utterance(text: string): string {
  return (
    text
      .replace(unseen, ' ')
      .replace(/[^\s@<>"]{1,64}@[^\s@<>"]{1,255}/g, 'ada.rossi@contoso.com')
      .replace(/\d{5,}/g, (digits) => '1234567890'.repeat(Math.ceil(digits.length / 10)).slice(0, digits.length))
      // It must not look like a heading, which nothing within a line may either, or like a comment.
      .replace(/[[\]]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[/\s]+/, '')
      .trim()
  );
}

/** Both come from Usher; a heading is read by machine all the same. */
function heading(name: string): string {
  return name.replace(/[^\w-]/g, '') || 'none';
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const grouped = new Map<string, T[]>();
  for (const item of items) grouped.set(keyOf(item), [...(grouped.get(keyOf(item)) ?? []), item]);
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : 1));
}
