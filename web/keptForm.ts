import { createHmac } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { DateTime } from 'luxon';
import { now } from '../onboarding/now.ts';

/** A form that was sent when its session had ended: nothing is done with it, but what was typed stands there again. */
export interface KeptForm {
  /** Path of the page it stood on, with its query. */
  page: string;
  /** Whose page that was: {@link writerMark}. Nobody else who signs in on this browser is shown it. */
  writer: string;
  fields: readonly (readonly [name: string, value: string])[];
}

const lasts = { hours: 1 };
/** In characters; browsers keep 4,096 bytes of a cookie, with its name and all. */
const longest = 3_800;

/** What a form carries of who was signed in; known to that person's pages only, and good for nothing else. */
export function writerMark(linkSecret: string, email: string): string {
  return createHmac('sha256', linkSecret).update(`writer:${email}`).digest('base64url');
}

/** @returns a cookie's value that only we can read; undefined for what does not fit into one. */
export async function sealForm(linkSecret: string, kept: KeptForm): Promise<string | undefined> {
  const sealed = await new EncryptJWT({ ...kept })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(DateTime.now().plus(lasts).toJSDate())
    .encrypt(sealingKey(linkSecret));
  return sealed.length > longest ? undefined : sealed;
}

/** @returns what was sealed here less than an hour ago. */
export async function openForm(linkSecret: string, sealed: string): Promise<KeptForm | undefined> {
  try {
    const { payload } = await jwtDecrypt<KeptForm>(sealed, sealingKey(linkSecret), { currentDate: now() });
    return payload;
  } catch {
    return undefined;
  }
}

function sealingKey(linkSecret: string): Buffer {
  return createHmac('sha256', linkSecret).update('kept form').digest();
}
