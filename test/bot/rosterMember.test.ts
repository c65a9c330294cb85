import assert from 'node:assert/strict';
import { readRosterMember } from '../../bot/rosterMember.ts';

const id = '29:somebody';
const home = 'contoso.onmicrosoft.com';

/** What the roster of Teams, of whatever tenant, says of somebody, and as whom they count. */
const rows: [who: string, member: Record<string, unknown>, email: string | undefined][] = [
  [
    'an employee',
    { email: 'Giulia.Romano@contoso.com', userPrincipalName: 'giulia.romano@contoso.com' },
    'giulia.romano@contoso.com',
  ],
  [
    'an employee with another address in the same domain',
    { email: 'giulia.romano@contoso.com', userPrincipalName: 'gromano@contoso.com' },
    'giulia.romano@contoso.com',
  ],
  ['an employee without a mailbox', { userPrincipalName: 'g.romano@contoso.com' }, 'g.romano@contoso.com'],
  [
    'an employee to whom an administrator gave the address of another tenant’s partner',
    { email: 'nina.west@northwindtraders.com', userPrincipalName: 'mallory@fabrikam.com' },
    'mallory@fabrikam.com',
  ],
  [
    'an employee whose principal name is in the tenant’s first domain only',
    { email: 'marco.ferri@contoso.com', userPrincipalName: `mallory@${home}` },
    `mallory@${home}`,
  ],
  [
    'a guest, whatever address they are given',
    { email: 'marco.ferri@contoso.com', userPrincipalName: 'marco.ferri_contoso.com#EXT#@fabrikam.onmicrosoft.com' },
    undefined,
  ],
  [
    'a guest whose mark is written in small letters',
    { email: 'marco.ferri@contoso.com', userPrincipalName: 'm_contoso.com#ext#@fabrikam.com' },
    undefined,
  ],
  ['somebody of whom there is no principal name', { email: 'marco.ferri@contoso.com' }, undefined],
  [
    'somebody with a principal name that is none',
    { email: 'marco.ferri@contoso.com', userPrincipalName: 'x' },
    undefined,
  ],
];

describe('bot/rosterMember: whose address counts', () => {
  for (const [who, member, email] of rows) {
    it(`in Teams, for ${who}: ${email ?? 'nobody’s'}`, () =>
      assert.equal(readRosterMember({ id, ...member }, id, { local: false })?.email, email));
  }

  it('on this machine, where there are no principal names: the address', () => {
    const member = { id, email: 'marco.ferri@contoso.com' };
    assert.equal(readRosterMember(member, id, { local: true })?.email, 'marco.ferri@contoso.com');
  });

  it('on this machine, where there is a principal name after all: what that proves', () => {
    const member = { id, email: 'marco.ferri@contoso.com', userPrincipalName: 'm_contoso.com#EXT#@fabrikam.com' };
    assert.equal(readRosterMember(member, id, { local: true })?.email, undefined);
  });

  it('of somebody else’s entry: nobody’s', () =>
    assert.equal(
      readRosterMember({ id: '29:other', userPrincipalName: 'a@contoso.com' }, id, { local: false }),
      undefined,
    ));
});
