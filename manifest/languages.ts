import type { AppTexts } from './AppTexts.ts';
import { en } from './texts/en.ts';
import { it } from './texts/it.ts';

/** The language whose texts stand in the manifest itself, for everyone whose own is not among {@link otherLanguages}. */
export const defaultLanguage: { readonly tag: string; readonly texts: AppTexts } = { tag: 'en', texts: en };

/** The languages that Teams chooses from by the person's client; each has a file of its own in the package. */
export const otherLanguages: readonly { readonly tag: string; readonly texts: AppTexts }[] = [{ tag: 'it', texts: it }];
