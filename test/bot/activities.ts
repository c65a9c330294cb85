import type { FakeConnector, Member } from './fakeConnector.ts';

/** Somebody who chats in a test. */
export interface ChatPerson {
  email: string;
  firstName: string;
  lastName: string;
  /** BCP 47 locale of their client; `en-US` if absent. */
  locale?: string;
}

export const testTenant = '99999999-2222-4333-8444-555555555555';
export const usher = { id: '28:usher', name: 'Usher' };

let count = 0;

/** @returns an id that no other activity has. */
export function activityId(): string {
  count += 1;
  return `in-${process.pid}-${count}`;
}

/** @returns how the roster shows the person. */
export function memberOf({ email, firstName, lastName }: ChatPerson): Member {
  return {
    id: `29:${email}`,
    name: `${firstName} ${lastName}`,
    givenName: firstName,
    surname: lastName,
    email,
    userPrincipalName: email,
    aadObjectId: `aad-${email}`,
    tenantId: testTenant,
  };
}

/** @returns an activity as Teams sends it in a personal chat; `more` goes over it. */
export function activityOf(
  person: ChatPerson,
  conversation: string,
  connector: FakeConnector,
  more: Record<string, unknown>,
): Record<string, unknown> {
  const locale = person.locale ?? 'en-US';
  return {
    type: 'message',
    id: activityId(),
    timestamp: '2026-11-20T10:15:30.123Z',
    serviceUrl: connector.url,
    channelId: 'msteams',
    from: { id: `29:${person.email}`, name: 'A name that proves nothing', aadObjectId: `aad-${person.email}` },
    conversation: { conversationType: 'personal', tenantId: testTenant, id: conversation },
    recipient: usher,
    textFormat: 'plain',
    locale,
    entities: [{ type: 'clientInfo', locale, platform: 'Web' }],
    channelData: { tenant: { id: testTenant } },
    ...more,
  };
}
