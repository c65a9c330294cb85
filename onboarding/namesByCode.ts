import { withoutAccents } from './withoutAccents.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Turns the runtime's names of languages or regions round.
 *
 * @returns finds the lower-cased two-letter code for a name in English or Italian, accents and case aside.
 */
export function namesByCode(type: 'language' | 'region'): (name: string) => string | undefined {
  let codes: Map<string, string> | undefined;
  // Made when first asked for: it takes some milliseconds that a start need not wait for.
  return (name) => {
    codes ??= collect(type);
    return codes.get(fold(name));
  };
}

function collect(type: 'language' | 'region'): Map<string, string> {
  const codes = new Map<string, string>();
  for (const locale of ['en', 'it']) {
    const names = new Intl.DisplayNames([locale], { type, fallback: 'none' });
    for (const first of letters) {
      for (const second of letters) {
        const code = first + second;
        const tag = type === 'region' ? `und-${code.toUpperCase()}` : code;
        // Codes that were replaced (`DD` by `DE`, `iw` by `he`) share the name.
        if (Intl.getCanonicalLocales(tag)[0] !== tag) continue;
        const name = names.of(type === 'region' ? code.toUpperCase() : code);
        if (name && !codes.has(fold(name))) codes.set(fold(name), code);
      }
    }
  }
  return codes;
}

function fold(text: string): string {
  return withoutAccents(text.trim());
}
