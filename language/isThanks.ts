import { readAnswer } from './answers/answerReader.ts';
import { isPlainThanks } from './answers/isPlainThanks.ts';

/**
 * Whether a mail only gives thanks, whatever its writer signs with: nobody waits for an answer. “Done” by itself may tell
 * Usher to look.
 */
export function isThanks(text: string): boolean {
  const { answer, isDoubtful } = readAnswer(text, 'invitation', {});
  return !isDoubtful && isPlainThanks(answer) && answer.items.some((_, at) => answer.isKind(at, 'thanks'));
}
