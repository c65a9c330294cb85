import { mimeOf } from '../graph/mimeOf.ts';
import type { SandboxMail } from '../sandboxMail.ts';

/** @returns the domain whose signature is on the mail; undefined when there is none. */
export async function signerOf(mail: SandboxMail): Promise<string | undefined> {
  const header = (await mimeOf(mail)).toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^DKIM-Signature:(?:.|\r?\n[ \t])*?\bd=([^;\s]+)/im.exec(header)?.[1];
}
