import { defaultLanguage, spokenLanguage } from '../language/texts.ts';

/**
 * @param accepted the request's Accept-Language (RFC 9110, 12.5.4), e.g. `it-IT,it;q=0.9,en;q=0.5`.
 * @returns the language that Usher speaks and the client likes best.
 */
export function requestLanguage(accepted: string | undefined): string {
  const wishes = (accepted ?? '')
    .slice(0, 500)
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.trim().split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return { language: spokenLanguage(tag), quality: Number(quality) || 0 };
    });
  const best = wishes
    .filter(({ language, quality }) => language !== undefined && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0];
  return best?.language ?? defaultLanguage;
}
