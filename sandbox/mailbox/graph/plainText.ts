import type { SandboxMail } from '../sandboxMail.ts';

/** Where Usher puts the text that it wrote; see mail/mailMark.ts, which a stand-in for Microsoft's cloud may not import. */
const textProperty = /^String \{[0-9a-f-]{36}\} Name UsherText$/i;

/**
 * @returns the text part of a message: the one that was written, where the message carries it. Otherwise, as Exchange
 * does, one made of the HTML.
 */
export function plainText(mail: Pick<SandboxMail, 'body' | 'properties'>): string {
  const written = mail.properties.find(({ id }) => textProperty.test(id));
  if (written !== undefined) return written.value;
  if (mail.body.contentType === 'text') return mail.body.content;
  return mail.body.content
    .replace(/<(style|script|title)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, '')
    .replace(/<(br|\/p|\/div|\/tr|\/h\d|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?(\n ?)*/g, '\n')
    .trim();
}
