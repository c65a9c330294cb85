import type { SentenceData } from '../language/dataInSentence.ts';
import type { Texts } from '../language/texts.ts';
import type { PeopleList } from './inviteUserState.ts';
import { listInText } from './listInText.ts';
import { namesOf } from './namesOf.ts';
import type { Understand, Understood } from './understood.ts';

type Found = Partial<Pick<PeopleList, 'language' | 'country' | 'roles'>> & { text: string };
type PersonInList = SentenceData['people'][number];

/**
 * Finds the people to invite in what somebody wrote: pasted lines, or several addresses in one sentence.
 *
 * @returns their lines, and what is said of all of them; undefined where there are not several.
 */
export function listInSentence(
  { text, data }: Pick<Understood, 'text' | 'data'>,
  { understand, texts }: { understand: Understand; texts: Texts },
): Found | undefined {
  const pasted = listInText(text);
  if (pasted !== undefined) {
    // "Invite these as report viewers:" holds for all; what stands in a line holds for that line only.
    const above = text.slice(0, text.indexOf(pasted.split('\n')[0] as string)).trim();
    return { text: pasted, ...(above && saidOfAll(understand(above).data)) };
  }
  const { people } = data;
  if (people.length < 2) return undefined;
  if (people.every((person) => isSaidOf(person, data))) return { text: linesOf(people), ...saidOfAll(data) };
  // What is said of one of them stands in their line: the others are not to get it.
  return {
    text: linesOf(people, ({ languages, countries, roles }) => [
      languages[0] ?? '',
      countries[0] ?? '',
      roles.map((role) => texts.roles[role]).join(' | '),
    ]),
  };
}

function linesOf(people: readonly PersonInList[], more: (person: PersonInList) => string[] = () => []): string {
  return people
    .map((person) => {
      const { firstName, lastName } = person.name ? namesOf(person.name) : { firstName: '', lastName: '' };
      return [person.email, firstName, lastName, ...more(person)];
    })
    .map((cells) => cells.join('; '))
    .join('\n');
}

type Said = Pick<SentenceData, 'languages' | 'countries' | 'roles'>;

/** Whether all that the sentence says holds for this person. */
function isSaidOf(person: Said, all: Said): boolean {
  return (['languages', 'countries', 'roles'] as const).every((kind) => person[kind].length === all[kind].length);
}

function saidOfAll({ languages, countries, roles }: Said): Omit<Found, 'text'> {
  return {
    ...(languages[0] && { language: languages[0] }),
    ...(countries[0] && { country: countries[0] }),
    ...(roles.length > 0 && { roles }),
  };
}
