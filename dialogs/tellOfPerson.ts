import type { WalkName } from '../cards/buttons.ts';
import type { SpokenCard } from '../cards/card.ts';
import type { NamedPerson } from '../onboarding/personNamed.ts';
import { standingAdvice } from './accessAdvice.ts';
import type { Scene } from './stage.ts';
import { takesAccessAway } from './takesAccessAway.ts';
import type { Opening } from './walk.ts';

type Sentence = NonNullable<Opening['sentence']>;

/**
 * @returns the walk that deals with somebody whom a sentence names, as if their address had been said: with the invitation
 *   that waits, or another role; otherwise how it stands with them.
 */
export function tellOfPerson(
  scene: Scene,
  person: NamedPerson,
  { text, data }: Sentence,
): { begins: WalkName; sentence: Sentence } | SpokenCard {
  const { firstName, lastName, email, account, roles, isInvited } = person;
  const name = { name: `${firstName} ${lastName}`, firstName, lastName, email };
  const said = { email, name, roles: data.roles, languages: data.languages, countries: data.countries };
  const sentence = {
    text,
    data: { ...data, emails: [email], names: [name], people: [said], accountNumbers: [account.number] },
  };
  if (takesAccessAway(sentence) && !isInvited) return { begins: 'person', sentence };
  const isForMore = isInvited || data.roles.some((role) => !roles.includes(role));
  return isForMore ? { begins: 'inviteUser', sentence } : standingAdvice(scene, person);
}
