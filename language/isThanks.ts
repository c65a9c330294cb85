import { readAnswer } from './answers/answerReader.ts';
import { isPlainThanks } from './answers/isPlainThanks.ts';

/** Whether a mail only gives thanks, or says that all is well, whatever its writer signs with: nobody waits for an answer. */
export function isThanks(text: string): boolean {
  const { answer, isDoubtful } = readAnswer(text, 'invitation', {});
  return !isDoubtful && isPlainThanks(answer);
}
