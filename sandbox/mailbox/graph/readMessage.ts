import * as z from 'zod';
import type { Correspondent, SandboxMail } from '../sandboxMail.ts';
import { GraphRefusal } from './graphRefusal.ts';

const recipient = z
  .strictObject({
    emailAddress: z.strictObject({ address: z.string().nullish(), name: z.string().nullish() }),
  })
  .transform(({ emailAddress: { address, name } }): Correspondent => ({ address: address ?? '', name: name ?? '' }));

// Of the properties of microsoft.graph.message those that a draft may be given and that the sandbox keeps.
const message = z.strictObject({
  subject: z.string().max(255).nullable(),
  body: z.strictObject({
    contentType: z
      .string()
      .transform((type) => type.toLowerCase())
      .pipe(z.enum(['text', 'html'])),
    content: z.string().nullable(),
  }),
  from: recipient,
  sender: recipient,
  toRecipients: z.array(recipient),
  ccRecipients: z.array(recipient),
  bccRecipients: z.array(recipient),
  replyTo: z.array(recipient),
  importance: z.enum(['low', 'normal', 'high']),
  internetMessageId: z.string().regex(/^<[^<>\s]{1,900}>$/),
  internetMessageHeaders: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  singleValueExtendedProperties: z.array(z.strictObject({ id: z.string(), value: z.string() })),
});

const propertyId =
  /^(String|Integer|Boolean|SystemTime|Binary|Guid|Short|Long|Double|Float|Currency) (\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\} (Name .+|Id 0x[0-9a-f]+)|0x[0-9a-f]+)$/i;

/**
 * @param body what came as a message, to make a draft or to change one.
 * @returns what it says, as the sandbox keeps it; only what was given.
 * @throws GraphRefusal, as Graph would refuse it.
 */
export function readMessage(body: unknown): Partial<SandboxMail> {
  const read = message.partial().safeParse(body);
  if (!read.success) {
    const issue = read.error.issues[0];
    const where = issue?.path.join('.') || 'message';
    throw new GraphRefusal(400, 'RequestBodyRead', `The property '${where}' cannot be read: ${issue?.message}`);
  }
  const { internetMessageHeaders, singleValueExtendedProperties, sender, subject, body: content, ...rest } = read.data;
  for (const { name, value } of internetMessageHeaders ?? []) {
    if (!/^x-[\x21-\x39\x3b-\x7e]+$/i.test(name)) {
      const problem = `The internet message header name '${name}' should start with 'x-' or 'X-'.`;
      throw new GraphRefusal(400, 'InvalidInternetMessageHeader', problem);
    }
    if (/[\r\n]/.test(value)) {
      throw new GraphRefusal(400, 'InvalidInternetMessageHeader', `The value of '${name}' has more than one line.`);
    }
  }
  for (const { id } of singleValueExtendedProperties ?? []) {
    if (!propertyId.test(id)) throw new GraphRefusal(400, 'ErrorInvalidPropertyId', `'${id}' is no property id.`);
  }
  return {
    ...rest,
    ...(sender && !rest.from && { from: sender }),
    ...(subject !== undefined && { subject: subject ?? '' }),
    ...(content && { body: { contentType: content.contentType, content: content.content ?? '' } }),
    ...(internetMessageHeaders && { headers: internetMessageHeaders }),
    ...(singleValueExtendedProperties && { properties: singleValueExtendedProperties }),
  };
}
