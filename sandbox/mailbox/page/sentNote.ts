import { SandboxMail } from '../sandboxMail.ts';
import type { PageContext } from './pageContext.ts';
import { signerOf } from './signerOf.ts';

/** @returns what is said after a mail was sent, or undefined when there is none of that id. */
export async function sentNote(id: string | undefined, { texts }: PageContext): Promise<string | undefined> {
  const mail = id === undefined ? null : await SandboxMail.findById(id).lean();
  if (mail?.mime === undefined) return undefined;
  const recipients = mail.toRecipients.map(({ address }) => address).join(', ');
  return (await signerOf(mail)) === undefined ? texts.sentForged({ recipients }) : texts.sentTo({ recipients });
}
