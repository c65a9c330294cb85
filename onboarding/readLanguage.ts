const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** @returns a BCP 47 tag in its usual spelling (`IT` → `it`, `pt-br` → `pt-BR`), or undefined when no language is meant. */
export function readLanguage(text: unknown): string | undefined {
  if (typeof text !== 'string' || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i.test(text.trim())) return undefined;
  try {
    const tag = Intl.getCanonicalLocales(text.trim())[0];
    const base = tag?.split('-')[0];
    return tag !== undefined && base !== undefined && names.of(base) !== undefined ? tag : undefined;
  } catch {
    return undefined;
  }
}
