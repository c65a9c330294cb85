import { OutgoingMail } from '../../../models/outgoingMail.ts';
import { replyHash } from '../../../onboarding/replyReference.ts';

/** A reply carries one or two; a long list is somebody's guessing. */
const mostReferences = 20;

/**
 * Looks up the mails of ours whose references a mail bears. References do not leave this file.
 *
 * @param references as found in a mail, the likeliest first.
 * @returns the mails in that order; nothing is said of who may answer them.
 */
export async function mailsReferredTo(references: readonly string[]): Promise<OutgoingMail[]> {
  const hashes = [...new Set(references)].slice(0, mostReferences).map(replyHash);
  if (hashes.length === 0) return [];
  // One look-up by hash, whatever was found in the mail: time tells nothing of how near a guess was.
  const found = await OutgoingMail.find({ replyHash: { $in: hashes } }).lean();
  return hashes.flatMap((hash) => found.find((mail) => mail.replyHash === hash) ?? []);
}
