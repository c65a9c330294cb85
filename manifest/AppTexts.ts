import type { CommandName } from './commandNames.ts';

/** Everything that Teams shows of the app before a word is said, in one language. The limits are those of Teams. */
export interface AppTexts {
  /** At most 30 characters. */
  readonly shortName: string;
  /** At most 100 characters. */
  readonly fullName: string;
  /** At most 80 characters. */
  readonly shortDescription: string;
  /** At most 4000 characters. */
  readonly fullDescription: string;
  /** The name of the tab with the helpdesk's console: at most 128 characters, and short, for it stands in a row of tabs. */
  readonly helpdeskTab: string;
  /**
   * By intent. The title, at most 32 characters, is what Teams puts into the person's mouth, so it has to be a sentence
   * that Usher understands; the description, at most 128, is only shown.
   */
  readonly commands: Readonly<Record<CommandName, { readonly title: string; readonly description: string }>>;
}
