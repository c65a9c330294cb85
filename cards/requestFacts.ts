import type { RequestView } from '../onboarding/views.ts';
import { dayInWords, type Reader, rolesInWords } from './inWords.ts';

/** What a request is about, line by line, for the cards that show it. */
export function requestFacts(
  { account, roles, message, createdAt }: RequestView,
  reader: Reader,
): [label: string, value: string][] {
  const { texts } = reader;
  const { organization, number } = account;
  return [
    [texts.fields.account, texts.findAdministrator.accountTitle({ organization, number })],
    [texts.accessRequest.rolesAskedFor, rolesInWords(roles, reader)],
    [texts.fields.message, message],
    [texts.accessRequest.askedOn, dayInWords(createdAt, reader)],
  ];
}
