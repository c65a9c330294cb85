import { createContext, useContext } from 'react';
import type { Formats } from './formats.ts';
import type { PageTexts } from './loadTexts.ts';

export interface Words {
  language: string;
  texts: PageTexts;
  /** The page's own texts. */
  t: PageTexts['helpdesk'];
  formats: Formats;
}

export const WordsContext = createContext<Words | undefined>(undefined);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('no texts were loaded');
  return words;
}
