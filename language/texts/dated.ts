type Article = 'il' | 'Il' | 'al' | 'dal' | 'Dal' | 'del';

const elided: Readonly<Record<Article, string>> = {
  il: 'l’',
  Il: 'L’',
  al: 'all’',
  dal: 'dall’',
  Dal: 'Dall’',
  del: 'dell’',
};

/**
 * @param date as language/wording.ts words it, e.g. `8 nov 2026 alle 10:15`.
 * @returns the Italian article and the date: `dal 7 nov 2026`, but `dall’8 nov 2026`, for otto and undici begin with a vowel.
 */
export function dated(article: Article, date: string): string {
  return /^(?:8|11)(?!\d)/.test(date) ? elided[article] + date : `${article} ${date}`;
}
