import type { MailRead } from '../../../../mail/incoming/mailRead.ts';
import type { ReadingLimits } from '../../../../mail/incoming/read/readingLimits.ts';
import { readMail } from '../../../../mail/incoming/read/readMail.ts';

export const mailbox = 'usher@businesscenter.example';

export const limits: ReadingLimits = { bytes: 20_000_000, parts: 200, nesting: 20, headers: 1_000, addresses: 500 };

const usual = {
  From: 'Marco Ferri <marco.ferri@contoso.com>',
  To: `Usher <${mailbox}>`,
  Subject: 'Re: Giulia Romano chiede un invito',
  Date: 'Tue, 24 Nov 2026 10:12:00 +0100',
  'Message-ID': '<answer-1@contoso.com>',
  'MIME-Version': '1.0',
};

/** @returns a mail as it was sent; a header of undefined is left out. Names of headers are kept as they are written. */
export function mime(headers: Record<string, string | undefined>, body: string): Buffer {
  const lines = Object.entries({ ...usual, ...headers }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body.replace(/\r?\n/g, '\r\n')}`);
}

/** @returns a mail in plain text. */
export function plain(text: string, headers: Record<string, string | undefined> = {}): Buffer {
  return mime({ 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': '8bit', ...headers }, text);
}

/** @returns a mail of the parts `[content type, body]`. */
export function multipart(
  type: string,
  parts: readonly (readonly [string, string])[],
  headers: Record<string, string | undefined> = {},
): Buffer {
  const body = parts.map(([each, text]) => `--sep\nContent-Type: ${each}\n\n${text}\n`).join('');
  return mime({ 'Content-Type': `${type}; boundary="sep"`, ...headers }, `${body}--sep--\n`);
}

/** @returns a mail with the HTML that a person sees, and the text part that their program made of it. */
export function html(content: string, text = '', headers: Record<string, string | undefined> = {}): Buffer {
  return multipart(
    'multipart/alternative',
    [
      ['text/plain; charset=utf-8', text],
      ['text/html; charset=utf-8', content],
    ],
    headers,
  );
}

/** @returns a mail taken apart that is known to be readable. */
export async function read(mail: Buffer): Promise<MailRead> {
  const result = await readMail(mail, { limits, mailbox });
  if (result.outcome !== 'read') throw new Error(`Unreadable: ${result.reason}`);
  return result;
}
