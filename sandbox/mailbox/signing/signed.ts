import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { now } from '../../../onboarding/now.ts';
import { selector } from './publishedTxt.ts';
import { SandboxKey } from './sandboxKey.ts';

/** @returns the mail with the domain's signature on top; its key is made at random when it signs for the first time. */
export async function signed(mime: Buffer, domain: string): Promise<Buffer> {
  // Takes a while to load, and a start need not wait for it.
  const { dkimSign } = await import('mailauth/lib/dkim/sign.js');
  const { privateKey } = await keyOf(domain);
  const { signatures, errors } = await dkimSign(mime, {
    signingDomain: domain,
    selector,
    privateKey,
    signatureData: [{ signingDomain: domain, selector, privateKey }],
    // Left to itself the library takes the time twice, and when a second has gone by between them the signature is bad.
    signTime: now(),
  });
  if (errors?.length) throw new Error(`The mail could not be signed for ${domain}`, { cause: errors[0] });
  return Buffer.concat([Buffer.from(signatures), mime]);
}

async function keyOf(domain: string): Promise<SandboxKey> {
  const known = await SandboxKey.findById(domain).lean();
  if (known !== null) return known;
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const record = `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`;
  // Of two that are made in one instant the first stays.
  return await SandboxKey.findOneAndUpdate(
    { _id: domain },
    { $setOnInsert: { privateKey, record } },
    { upsert: true, returnDocument: 'after' },
  )
    .orFail()
    .lean();
}
