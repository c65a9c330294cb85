import { replyReferencePattern } from '../../../onboarding/replyReference.ts';
import { messageIds } from './messageIds.ts';
import type { MimeTree } from './parseMime.ts';

const returned = /^(?:message\/(?:rfc822|global|global-headers)|text\/rfc822-headers?)$/;

/** Where a bounce that is one text goes over to the mail that bounced. */
const divider =
  /^[\s>]{0,4}(?:[-=*_]{2,}\s{0,3}(?:this is a copy of (?:the|your) message|below this line is a copy|enclosed is a copy|(?:the )?original message|(?:the )?header of the original|unsent message|message (?:headers?|text)|undelivered message|returned message|messaggio originale|corpo del messaggio|included is a copy)|(?:the )?(?:original|returned) message (?:headers? )?(?:follows?|:)|message headers? follows?|original message headers?\s?:|intestazioni (?:originali del )?messaggio(?: originale)?\s?:|(?:return-path|received|delivered-to|x-originating-ip|dkim-signature|message-id)\s?:\s?\S)/im;

const mostText = 256 * 1024;
const mostReferences = 20;

/** What a bounce gives back of the mail that bounced. */
export interface ReturnedMail {
  /** The words of the mail system, above what is given back. */
  told: string;
  messageId?: string;
  /** Reply references in it, lower-case. */
  references: string[];
  /** Whom it was addressed to, if to one only; lower-case. */
  to?: string;
}

/** @returns what the bounce says, and what it gives back: as a part of its own, or below its words. */
export function returnedMail(tree: MimeTree, text: string): ReturnedMail {
  const whole = text.slice(0, mostText);
  const at = divider.exec(whole)?.index ?? whole.length;
  const parts = tree.parts.filter(({ type }) => returned.test(type)).map(({ content }) => content.toString('latin1'));
  const below = whole.slice(at);
  const given = [...parts, below].join('\n');
  const references = new Set(
    [...given.matchAll(new RegExp(replyReferencePattern, 'gi'))].map((found) => (found[1] as string).toLowerCase()),
  );
  const id = /^message-id\s*:[ \t]*(?:\r?\n[ \t]+)?(\S{1,990})/im.exec(given)?.[1];
  const to =
    /^to\s*:(.*(?:\r?\n[ \t].*){0,4})/im.exec(given)?.[1]?.match(/[^\s<>;,"()]{1,64}@[^\s<>;,"()]{1,253}/g) ?? [];
  return {
    told: whole.slice(0, at),
    messageId: messageIds([id ?? ''])[0],
    references: [...references].slice(0, mostReferences),
    ...(new Set(to).size === 1 && { to: to[0]?.toLowerCase() }),
  };
}
