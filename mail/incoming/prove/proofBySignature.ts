import type { DKIMResult } from 'mailauth';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { addressDomain } from '../../../onboarding/addressDomain.ts';
import { now } from '../../../onboarding/now.ts';
import type { SenderProof, UnprovenReason } from '../senderProof.ts';
import { aligned } from './aligned.ts';
import { type DkimSignature, dkimSignature } from './dkimSignature.ts';
import { dmarcAlignment } from './dmarcAlignment.ts';
import { type HeaderField, headerEnd } from './headerFields.ts';
import { type KeyRecord, keyRecord } from './keyRecord.ts';

/** What the library gives beside what its types say. */
type VerifiedSignature = DKIMResult & { signature?: string; bodyHash?: string };

/** How many signatures of a domain are tried; each costs a look-up and a pass over the body. */
const mostSignatures = 5;

/** How far the clock of who signed may be ahead, in milliseconds. */
const clockSkew = 15 * 60 * 1000;

/**
 * Verifies the mail's own signatures against DNS. One that is good and speaks for the From domain is enough. SPF cannot
 * be checked here: it is about the connection, and a mailbox has none.
 *
 * @param from as of fromAddress.
 * @param resolveTxt as House.resolveTxt.
 */
export async function proofBySignature(
  mime: Buffer,
  fields: readonly HeaderField[],
  from: string,
  resolveTxt: (name: string) => Promise<string[]>,
): Promise<SenderProof> {
  const unproven = (because: UnprovenReason): SenderProof => ({ proven: false, from, because });
  const domain = addressDomain(from);
  const signatureFields = fields.filter(({ name }) => name === 'dkim-signature');
  if (signatureFields.length === 0) return unproven('noResults');
  const ofDomain = signatureFields.flatMap((field) => {
    const signature = dkimSignature(field);
    return signature !== undefined && aligned(signature.domain, domain, 'relaxed') ? [signature] : [];
  });
  if (ofDomain.length === 0) return unproven('notAligned');
  const tried = ofDomain.filter((signature) => isAcceptable(signature, fields, ofDomain)).slice(0, mostSignatures);
  if (tried.length === 0) return unproven('failed');

  // A name server that fails is told from a key that is not there: the mail is tried again.
  let temporary = false;
  const asking = async (name: string): Promise<string[]> => {
    try {
      return await resolveTxt(name);
    } catch (fault) {
      temporary = true;
      throw fault;
    }
  };
  try {
    const good = await verified(withSignaturesOnly(mime, fields, tried), tried, asking);
    if (good.some((signature) => signature.domain === domain)) return { proven: true, from, by: 'dkim' };
    if (good.length > 0) {
      const mode = await dmarcAlignment(domain, asking);
      if (good.some((signature) => aligned(signature.domain, domain, mode))) return { proven: true, from, by: 'dkim' };
      return unproven(temporary ? 'temporary' : 'notAligned');
    }
  } catch (fault) {
    if (!temporary) throw fault;
  }
  return unproven(temporary ? 'temporary' : 'failed');
}

/** What can be said of a signature before anybody is asked. */
function isAcceptable(
  { algorithm, domain, identity, signed, signature, signedAt, expiresAt, partOfBody }: DkimSignature,
  fields: readonly HeaderField[],
  all: readonly DkimSignature[],
): boolean {
  const at = now().getTime();
  return (
    // RFC 8301: no SHA-1.
    (algorithm === 'rsa-sha256' || algorithm === 'ed25519-sha256') &&
    (identity === domain || identity.endsWith(`.${domain}`)) &&
    signed.includes('from') &&
    // Without them anybody could give the words another meaning, or send them again later.
    ['subject', 'date'].every((each) => signed.includes(each) || !fields.some(({ name }) => name === each)) &&
    // What follows the signed part is anybody's.
    !partOfBody &&
    (signedAt === undefined || signedAt.getTime() <= at + clockSkew) &&
    (expiresAt === undefined || expiresAt.getTime() > at) &&
    // By this the library's results are told apart.
    all.filter((each) => each.signature === signature).length === 1
  );
}

/** @returns those of the signatures that are good. */
async function verified(
  mime: Buffer,
  tried: readonly DkimSignature[],
  resolveTxt: (name: string) => Promise<string[]>,
): Promise<DkimSignature[]> {
  const keys = new Map<string, Promise<KeyRecord | undefined>>();
  const keyAt = (name: string): Promise<KeyRecord | undefined> => {
    const known = keys.get(name) ?? resolveTxt(name).then(keyRecord);
    keys.set(name, known);
    return known;
  };
  const { results } = await dkimVerify(mime, {
    resolver: async (name) => {
      const key = await keyAt(name.toLowerCase());
      return key === undefined || key.testing ? [] : [[key.text]];
    },
    minBitLength: 1024,
    curTime: now(),
  });
  const good: DkimSignature[] = [];
  for (const signature of tried) {
    const passed = (results as VerifiedSignature[]).some(
      (result) =>
        result.status.result === 'pass' &&
        result.signature === signature.signature &&
        result.bodyHash === signature.bodyHash &&
        // The one result of a mail without any signature that could be read has no domain.
        result.signingDomain?.toLowerCase() === signature.domain &&
        result.selector === signature.selector,
    );
    const key = passed && (await keyAt(`${signature.selector}._domainkey.${signature.domain}`.toLowerCase()));
    if (key && (!key.exactIdentity || signature.identity === signature.domain)) good.push(signature);
  }
  return good;
}

/**
 * @returns the mail without any other signatures, ARC's included: the library would pass over the body once for each
 *   way in which one of them hashes it, however many there are.
 */
function withSignaturesOnly(mime: Buffer, fields: readonly HeaderField[], kept: readonly DkimSignature[]): Buffer {
  const left = fields.filter(
    (field) =>
      !field.name.startsWith('arc-') &&
      (field.name !== 'dkim-signature' || kept.some((signature) => signature.field === field)),
  );
  if (left.length === fields.length) return mime;
  const header = left.map(({ raw }) => `${raw.replace(/\r?\n/g, '\r\n')}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${header}\r\n`, 'latin1'), mime.subarray(headerEnd(mime))]);
}
