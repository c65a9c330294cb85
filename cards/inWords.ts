import type { Texts } from '../language/texts.ts';
import { dateInWords, listInWords, timeFromInWords, timeInWords } from '../language/wording.ts';
import type { Role } from '../models/role.ts';
import type { Refusal } from '../onboarding/refusal.ts';

/** How one person reads: their language and texts, and the time zone of their client (IANA). */
export interface Reader {
  texts: Texts;
  language: string;
  timeZone: string;
}

/** @returns the roles as an enumeration, e.g. `Report Viewer and Account Viewer`. */
export function rolesInWords(roles: readonly Role[], { texts, language }: Reader): string {
  return listInWords(
    roles.map((role) => texts.roles[role]),
    language,
  );
}

/** @returns a date in the reader's language and time zone. */
export function dayInWords(date: Date, { language, timeZone }: Reader): string {
  return dateInWords(date, language, timeZone);
}

/** @returns date and time of day in the reader's language and time zone. */
export function momentInWords(date: Date, { language, timeZone }: Reader): string {
  return timeInWords(date, language, timeZone);
}

/** @returns from when on something can be done again, in words; never a moment that has not come when it is read off a clock. */
export function momentFromInWords(date: Date, { language, timeZone }: Reader): string {
  return timeFromInWords(date, language, timeZone);
}

/** @returns why something is not done, in one or two sentences. */
export function refusalInWords(refusal: Refusal, reader: Reader): string {
  const words = reader.texts.refusals;
  switch (refusal.reason) {
    case 'rolesNotAssignable':
      return words.rolesNotAssignable({
        roles: rolesInWords(refusal.roles, reader),
        assignable: rolesInWords(refusal.assignable, reader),
      });
    case 'outsideDomain':
      return words.outsideDomain({ domain: refusal.domain, verified: listInWords(refusal.verified, reader.language) });
    case 'alreadyIn':
    case 'alreadyHasRoles':
      return words[refusal.reason]({ roles: rolesInWords(refusal.roles, reader) });
    case 'alreadyInvited': {
      const when = dayInWords(refusal.sentAt, reader);
      return refusal.undeliverable ? words.alreadyInvitedUndeliverable({ when }) : words.alreadyInvited({ when });
    }
    case 'alreadyAsked':
      return words.alreadyAsked({ when: momentInWords(refusal.at, reader) });
    case 'alreadyDecided': {
      const by = refusal.byName || refusal.by;
      const when = momentInWords(refusal.at, reader);
      if (refusal.decision === 'withdrawn') return words.alreadyWithdrawn({ by, when });
      return words.alreadyDecided({
        approved: refusal.decision === 'approved',
        by,
        when,
        roles: rolesInWords(refusal.roles, reader),
      });
    }
    case 'noLongerPending':
      return words.noLongerPending({ state: reader.texts.invitationStates[refusal.state] });
    case 'limited':
      return words.limited({ when: momentFromInWords(refusal.retryAt, reader) });
    case 'tooMany':
      return words.tooMany({ most: refusal.most });
    case 'duplicateLine':
      return words.duplicateLine({ of: refusal.of });
    default:
      return words[refusal.reason];
  }
}

/**
 * @returns for each field that a refusal finds fault with, what is wrong with it; empty when it is about no field.
 */
export function fieldProblems(refusal: Refusal, { texts }: Reader): Record<string, string> {
  if (refusal.reason !== 'invalid') return {};
  return Object.fromEntries(refusal.fields.map(({ field, problem }) => [field, texts.problems[problem]]));
}
