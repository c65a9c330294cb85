import type { ChatPerson } from '../chatPeople.ts';

/** Which tenant the stand-in of Teams says it is. */
const localTenantId = '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0000';

/** The id of a person's chat with Usher, the same at each start, so that a walk goes on after a restart. */
export function personalChatId(person: ChatPerson): string {
  return `a:${person.userId.replace(/^29:/, '')}`;
}

/** How many other users the playground wants, no more and no fewer. */
const otherUsers = 5;

/**
 * @returns the content of `.m365agentsplayground.yml` for the playground in which `person` chats. Its key for the principal name is spelled `userPrincipleName`.
 */
export function playgroundFile(person: ChatPerson, others: readonly ChatPerson[]): string {
  const names = person.email.split('@')[0] ?? person.userId;
  // JSON is YAML too.
  return JSON.stringify({
    version: '0.1.1',
    tenantId: localTenantId,
    bot: { id: '00000000-0000-0000-0000-00000000000b', name: 'Usher' },
    currentUser: asUser(person),
    users: rosterOf(person, others),
    personalChat: { id: personalChatId(person) },
    groupChat: { id: `group-${names}`, name: 'Group Chat' },
    team: {
      id: `team-${names}`,
      name: 'My Team',
      aadGroupId: '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b00ff',
      channels: [{ id: `channel-${names}`, name: 'Announcements' }],
    },
  });
}

/** The other people, and as many colleagues as are missing. */
function rosterOf(person: ChatPerson, others: readonly ChatPerson[]): object[] {
  const users = others.filter(({ email }) => email !== person.email).map(asUser);
  for (let place = 1; users.length < otherUsers; place += 1) {
    users.push(
      asUser({
        ...person,
        firstName: 'Colleague',
        lastName: String(place),
        email: `colleague${place}@example.com`,
        userId: `29:colleague-${place}`,
        aadObjectId: `6f0d5a51-3a0e-4f0e-9a52-5f1d4c0bff${String(place).padStart(2, '0')}`,
      }),
    );
  }
  return users.slice(0, otherUsers);
}

function asUser({ userId, firstName, lastName, email, aadObjectId }: ChatPerson) {
  return {
    id: userId,
    name: `${firstName} ${lastName}`,
    userPrincipleName: email,
    aadObjectId,
    givenName: firstName,
    surname: lastName,
    email,
  };
}
