import { useWords } from '../words/WordsContext.ts';
import { useToast } from './useToast.tsx';

/** @returns copies the address of a place in the console, by its path, and says so. */
export function useCopyLink(): (path: string) => Promise<void> {
  const { t } = useWords();
  const { done, failed } = useToast();
  return async (path) => {
    const { href } = new URL(path, location.href);
    try {
      await navigator.clipboard.writeText(href);
      done(t.conversation.linkCopied);
    } catch {
      // A frame copies only if the page around it allows that, and not every client of Teams does.
      failed(t.conversation.linkNotCopied, href);
    }
  };
}
