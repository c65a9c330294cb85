import type { SenderProof } from '../senderProof.ts';
import { fromAddress } from './fromAddress.ts';
import { headerFields } from './headerFields.ts';
import { oneOnly } from './oneOnly.ts';
import { proofByResults } from './proofByResults.ts';
import { proofBySignature } from './proofBySignature.ts';

export interface ProveOptions {
  /**
   * Whose word counts: `exchange` or an authserv-id, for the topmost Authentication-Results of that server; `verify`, for
   * the mail's own DKIM signatures.
   */
  authentication: string;
  /** As House.resolveTxt: [] when there is none, thrown when the name servers fail. */
  resolveTxt(name: string): Promise<string[]>;
}

/**
 * Whether a mail is really from whom it says (product.md, "Mail"). Neither Sender nor Reply-To nor a display name plays
 * a part in it.
 *
 * @param mime the mail as it came, byte for byte.
 */
export async function proveSender(mime: Buffer, { authentication, resolveTxt }: ProveOptions): Promise<SenderProof> {
  const fields = headerFields(mime);
  const from = fields && fromAddress(fields);
  if (fields === undefined || from === undefined) return { proven: false, because: 'from' };
  if (!oneOnly(fields)) return { proven: false, from, because: 'failed' };
  return authentication === 'verify'
    ? await proofBySignature(mime, fields, from, resolveTxt)
    : proofByResults(fields, from, authentication);
}
