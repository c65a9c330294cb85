import type { AttachmentStream, HeaderLines, MessageText } from 'mailparser';
import type { UnreadableMail } from '../mailRead.ts';
import { headerEnd, headerFields } from '../prove/headerFields.ts';
import { largestList, maybeList } from './attachedList.ts';
import { MailHeaders } from './mailHeaders.ts';
import { mailparser } from './mailparser.ts';
import type { ReadingLimits } from './readingLimits.ts';

/** A part that is no text of the mail. */
export interface MimePart {
  /** Lower-case, e.g. `message/delivery-status`. */
  type: string;
  /** Parameters of its Content-Type, by lower-case name. */
  parameters: Readonly<Record<string, string>>;
  /** As it was given; not safe to be shown. */
  name: string | undefined;
  /** Decoded, in bytes. */
  size: number;
  /** The beginning, decoded, of a part that says something of mails, or may be a list; otherwise empty. */
  content: Buffer;
}

/** A mail in its parts, decoded and not yet understood. */
export interface MimeTree {
  headers: MailHeaders;
  /** Decoded (RFC 2047). */
  subject: string;
  /** Of the whole mail, lower-case. */
  type: string;
  parameters: Readonly<Record<string, string>>;
  /** All its text/plain. */
  text: string | undefined;
  /** All its text/html. */
  html: string | undefined;
  parts: MimePart[];
}

/** Parts whose words tell what kind of mail it is. */
const telling =
  /^(?:message\/(?:delivery-status|global-delivery-status|rfc822|global|global-headers|disposition-notification|feedback-report)|text\/(?:rfc822-headers?|calendar))$/;

/** As much as is looked at of such a part. */
const mostTelling = 64 * 1024;

/** What the parser needs of the mail's own header; what servers put there would cost it a fifth of its time. */
const needed = new Set(['content-type', 'content-transfer-encoding', 'content-disposition', 'subject']);

/**
 * Takes a mail within the limits apart. Embedded mails stay shut: they are one part each, whatever is in them.
 *
 * @returns its parts, or why the parser refuses it. Reads no file and no address.
 */
export async function parseMime(mime: Buffer, limits: ReadingLimits): Promise<MimeTree | UnreadableMail['reason']> {
  const { MailParser } = await mailparser();
  // A header that can be understood in one way only need not be read by the parser again.
  const bodyAt = headerEnd(mime);
  const fields = bodyAt < mime.length ? headerFields(mime) : undefined;
  return new Promise((resolve) => {
    const parser = new MailParser({
      // Done by us, from fewer mails and with the quotes told apart.
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      checksumAlgo: false,
      maxChildNodes: limits.parts,
    });
    const parts: MimePart[] = [];
    let texts: MessageText | undefined;
    parser.on('data', (data) => {
      if (data.type === 'text') texts = data;
      else takePart(data, parts);
    });
    parser.once('error', (error: Error) => {
      resolve(
        /child nodes/.test(error.message)
          ? 'tooManyParts'
          : /header/.test(error.message)
            ? 'tooManyHeaders'
            : 'malformed',
      );
      parser.destroy();
    });
    parser.once('end', () => {
      const lines = (parser.headerLines || []) as HeaderLines;
      const headers = new MailHeaders(fields ?? lines.map(({ key, line }) => ({ name: key, raw: line })));
      const contentType = structured(parser.headers ? parser.headers.get('content-type') : undefined);
      resolve({
        headers,
        subject: parser.subject ?? '',
        type: contentType.type,
        parameters: contentType.parameters,
        text: texts?.text,
        html: texts?.html,
        parts,
      });
    });
    if (fields === undefined) parser.end(mime);
    else {
      const kept = fields.filter(({ name }) => needed.has(name)).map(({ raw }) => `${raw}\r\n`);
      parser.write(Buffer.from(`${kept.join('')}\r\n`, 'latin1'));
      parser.end(mime.subarray(bodyAt));
    }
  });
}

function takePart(data: AttachmentStream, parts: MimePart[]): void {
  const { type, parameters } = structured(data.headers.get('content-type'), data.contentType);
  const part: MimePart = { type, parameters, name: data.filename, size: 0, content: Buffer.alloc(0) };
  parts.push(part);
  const kept: Buffer[] = [];
  let room = telling.test(type) ? mostTelling : maybeList(part) ? largestList : 0;
  data.content.on('data', (chunk: Buffer) => {
    part.size += chunk.length;
    if (room <= 0) return;
    kept.push(chunk.subarray(0, room));
    room -= chunk.length;
  });
  data.content.once('end', () => {
    if (kept.length > 0) part.content = Buffer.concat(kept);
    data.release?.();
  });
}

/**
 * @param otherwise what the parser takes a part for; false, against what its types say, where the header names no type.
 * @returns a Content-Type as mailparser gives it, lower-cased; text/plain where there is none (RFC 2045, 5.2).
 */
function structured(value: unknown, otherwise: string | false = false): Pick<MimePart, 'type' | 'parameters'> {
  const header = (Array.isArray(value) ? value[0] : value) as
    | { value?: string; params?: Record<string, string> }
    | undefined;
  return {
    type: (header?.value || otherwise || 'text/plain').toLowerCase().trim(),
    parameters: header?.params ?? {},
  };
}
