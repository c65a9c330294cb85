import type { Action, SpokenCard } from '../cards/card.ts';
import { rolesInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { textsFor } from '../language/texts.ts';
import { listInWords } from '../language/wording.ts';
import { roles } from '../models/role.ts';
import type { NamedPerson } from '../onboarding/personNamed.ts';
import { mayDo } from '../onboarding/rolePolicy.ts';
import type { Scene } from './stage.ts';

/** Says where those who may invite see who is in and who is invited. */
export function accessAdvice(scene: Scene): SpokenCard {
  const texts = textsFor(scene.language);
  return notice(texts, {
    lines: [texts.manageAccess.where],
    more: [accessButton(scene)],
    next: ['inviteUser', 'help'],
  });
}

/** Says which roles somebody holds in whose account the writer may invite, and what can be done about them. */
export function standingAdvice(
  scene: Scene,
  { firstName, lastName, email, account, roles: held }: NamedPerson,
): SpokenCard {
  const texts = textsFor(scene.language);
  const { language, timeZone } = scene;
  const words = texts.manageAccess;
  const managers = roles.filter((role) => mayDo([role], 'manageUsers')).map((role) => texts.roles[role]);
  return notice(texts, {
    lines: [
      words.standing({
        name: `${firstName} ${lastName}`,
        email,
        organization: account.organization,
        roles: rolesInWords(held, { texts, language, timeZone }),
      }),
      words.change({ roles: listInWords(managers, language, 'disjunction') }),
    ],
    more: [accessButton(scene)],
    next: ['inviteUser', 'help'],
  });
}

/** Leads to the page that shows them all. */
export function accessButton({ publicUrl, language }: Scene): Action {
  return {
    type: 'Action.OpenUrl',
    title: textsFor(language).pages.access.usersTitle,
    url: `${publicUrl}/access/users`,
  };
}
