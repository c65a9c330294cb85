import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';

/** A key pair of a test, and what its domain publishes. */
export interface TestKey {
  privateKey: string;
  record: string;
}

export function makeKey(bits = 2048, more = ''): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    record: `v=DKIM1; k=rsa;${more} p=${der}`,
  };
}

export function makeEd25519Key(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    record: `v=DKIM1; k=ed25519; p=${raw}`,
  };
}

export const plainMail = [
  'From: Marco Ferri <marco.ferri@contoso.com>',
  'To: usher@businesscenter.example',
  'Subject: R: Richiesta di accesso',
  'Date: Wed, 25 Nov 2026 09:00:00 +0100',
  'Message-ID: <reply-1@contoso.com>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'ok, approvo',
  '',
  '> Giulia Romano chiede un invito.',
  '',
].join('\r\n');

interface Signing {
  domain?: string;
  selector?: string;
  algorithm?: string;
  canonicalization?: string;
  headerList?: string[];
  signTime?: Date;
  expires?: Date;
  maxBodyLength?: number;
}

/** @returns the mail with a signature on top. */
export async function signed(mail: string, key: TestKey, options: Signing = {}): Promise<string> {
  const { domain = 'contoso.com', selector = 'test', maxBodyLength, headerList, ...others } = options;
  const { signatures, errors } = await dkimSign(mail, {
    signingDomain: domain,
    selector,
    privateKey: key.privateKey,
    signTime: new Date(),
    ...others,
    // A list separated by colons, whatever the types say.
    ...(headerList && { headerList: headerList.join(':') as unknown as string[] }),
    signatureData: [
      {
        signingDomain: domain,
        selector,
        privateKey: key.privateKey,
        ...(maxBodyLength !== undefined && { maxBodyLength }),
      },
    ],
  });
  if (errors?.length) throw new Error(`Signing failed: ${JSON.stringify(errors)}`);
  return signatures + mail;
}

/**
 * @param tags what the signature says between its version and its hashes, as it stands there; DKIM libraries write only
 *   what is right.
 * @returns the mail with a good signature on top, of the whole body and of From, Subject and Date, whatever else it says.
 */
export function signedSaying(mail: string, key: TestKey, tags: string, version = 'v=1;'): string {
  const body = mail.slice(mail.indexOf('\r\n\r\n') + 4);
  const bodyHash = createHash('sha256').update(body).digest('base64');
  const covered = ['From', 'Subject', 'Date'].map((name) => `${new RegExp(`^${name}:.*$`, 'm').exec(mail)?.[0]}\r\n`);
  const field = `DKIM-Signature: ${version} a=rsa-sha256; h=from:subject:date; ${tags} bh=${bodyHash}; b=`;
  const signature = sign('sha256', Buffer.from(covered.join('') + field), key.privateKey).toString('base64');
  return `${field}${signature}\r\n${mail}`;
}
