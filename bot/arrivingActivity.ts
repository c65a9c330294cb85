import type { Activity } from 'botbuilder';
import * as z from 'zod';

const id = z.string().min(1).max(1_000);
const account = z.looseObject({
  id,
  name: z.string().max(1_000).nullish(),
  aadObjectId: z.string().max(100).nullish(),
});

/**
 * The part of a Bot Framework activity that Usher acts on. Everything else is let through unread: channels add fields
 * all the time.
 */
const schema = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z
    .string()
    .max(2_000)
    .refine((url) => URL.canParse(url), 'not a URL'),
  from: account,
  recipient: account.nullish(),
  conversation: z.looseObject({
    id,
    conversationType: z.string().max(100).nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().max(100).nullish(),
  }),
  text: z.string().max(200_000).nullish(),
  locale: z.string().max(100).nullish(),
  replyToId: id.nullish(),
  name: z.string().max(200).nullish(),
  action: z.string().max(100).nullish(),
  attachments: z
    .array(
      z.looseObject({
        contentType: z.string().max(200),
        contentUrl: z.string().max(2_000_000).nullish(),
        name: z.string().max(1_000).nullish(),
        content: z.unknown().optional(),
      }),
    )
    .max(100)
    .nullish(),
  entities: z
    .array(z.looseObject({ type: z.string().max(200).nullish() }))
    .max(1_000)
    .nullish(),
  membersAdded: z.array(account).max(1_000).nullish(),
  membersRemoved: z.array(account).max(1_000).nullish(),
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: z.string().max(100).nullish() }).nullish() })
    .nullish()
    .catch(undefined),
});

/**
 * @param json what somebody posted.
 * @returns it as an activity, or a sentence that says which field is wrong.
 */
export function readActivity(json: Record<string, unknown>): { activity: Activity } | { problem: string } {
  if (typeof json.type !== 'string' || json.type === '') return { problem: 'The activity has no type.' };
  const read = schema.safeParse(json);
  if (read.success) return { activity: read.data as unknown as Activity };
  const issue = read.error.issues[0];
  return { problem: `The activity's ${issue?.path.join('.') || 'body'} is wrong: ${issue?.message}.` };
}
