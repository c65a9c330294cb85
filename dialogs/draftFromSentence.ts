import type { InvitationDraft } from '../cards/invitationForm.ts';
import type { SentenceData } from '../language/dataInSentence.ts';
import { asPattern } from './asPattern.ts';
import { namesOf } from './namesOf.ts';

/** In characters, in which a bare name is looked for. */
const longestSentence = 400;

type PersonName = SentenceData['names'][number];

/**
 * @param sentence what was said, and the data that was found in it.
 * @param alone whether the sentence is an answer to the open form, so that a bare name is one.
 * @returns the fields of the invitation form that a sentence fills.
 */
export function draftFromSentence(
  { text, data }: { text: string; data: SentenceData },
  alone: boolean,
): Partial<InvitationDraft> {
  const [email] = data.emails;
  const name =
    data.names.find((one) => one.email === email) ??
    data.names[0] ??
    (alone ? bareName(text, data) : undefined) ??
    data.suggestedNames.find((one) => one.email === email);
  const [language] = data.languages;
  const [country] = data.countries;
  return {
    ...(email !== undefined && { email }),
    ...(name && namesOf(name)),
    ...(language !== undefined && { language }),
    ...(country !== undefined && { country }),
    ...(data.roles.length > 0 && { roles: data.roles }),
  };
}

/** "Maria Rossi", "Her name is Maria De Luca": two to four capitalised words at the end of a short sentence. */
function bareName(text: string, data: SentenceData): PersonName | undefined {
  if (text.length > longestSentence) return undefined;
  if (data.roles.length > 0 || data.countries.length > 0 || data.languages.length > 0) return undefined;
  const rest = data.emails.reduce((left, email) => left.replace(new RegExp(asPattern(email), 'i'), ' '), text).trim();
  const words = rest.replace(/[.,;:!]+$/, '').split(/\s+/);
  if (words.length > 8) return undefined;
  const first = words.findLastIndex((word) => !/^\p{Lu}[\p{L}'’-]*$/u.test(word)) + 1;
  const name = words.slice(first);
  return name.length >= 2 && name.length <= 4 ? { name: name.join(' ') } : undefined;
}
