import type { Role } from '../models/role.ts';
import type { Requester } from './answers/answer.ts';
import { readAnswer } from './answers/answerReader.ts';
import { readApproval } from './answers/readApproval.ts';
import { readDenial } from './answers/readDenial.ts';
import { shortened } from './answers/shortened.ts';
import type { Decision } from './decision.ts';

export interface DecisionHint {
  /** The language of the conversation so far, for answers that do not tell theirs ("ok"). */
  language?: string;
  /** The roles that were asked for. */
  asked?: Role[];
  /** What Usher has asked back before: where it was approved and only a `role` is missing, naming one is enough. */
  missing?: 'decision' | 'role';
  /** Who asks: an answer that names anyone else is unclear. */
  requester?: Requester;
}

/**
 * Reads what somebody answers to a request: the new text of a mail, or what is typed in a chat. A wrong approval is the
 * worst failure there is, so an approval must be one to its last word, and a question is none.
 *
 * @returns `unclear` whenever it would be left to guess; then ask back. Roles only where the answer names them; whether
 *   the writer may give them is not decided here.
 */
export function readDecision(text: string, hint: DecisionHint = {}): Decision {
  const { answer, isDoubtful, tellLanguage } = readAnswer(text, 'decision', hint);
  const { language, languageSure } = tellLanguage();
  const unclear = (confidence: number): Decision => ({
    decision: 'unclear',
    roles: [],
    reason: '',
    language,
    languageSure,
    confidence,
  });
  if (answer.items.length === 0) return unclear(1);
  if (isDoubtful || answer.isQuestion) return unclear(0.9);
  const approval = answer.trailsOff ? undefined : readApproval(answer, hint);
  const denial = readDenial(answer);
  const found = approval ?? denial;
  if (!found || (approval && denial)) return unclear(0.7);
  const isCorrected = answer.items.some((item) => item.isCorrected);
  return {
    decision: approval ? 'approve' : 'deny',
    roles: approval?.roles ?? [],
    reason: shortened(answer.text.slice(found.reason.start, found.reason.end)),
    language,
    languageSure,
    confidence: (approval ? (approval.isExplicit ? 0.98 : 0.95) : 0.95) - (isCorrected ? 0.1 : 0),
  };
}
