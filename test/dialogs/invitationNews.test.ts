import assert from 'node:assert/strict';
import { Invitation } from '../../models/invitation.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { markUndeliverable } from '../../onboarding/markUndeliverable.ts';
import { people } from '../onboarding/people.ts';
import { outcomeOf } from '../onboarding/refusalOf.ts';
import { scene } from '../onboarding/scene.ts';
import { startWalkTest } from './walkTest.ts';

/** The buttons of the card that tells what became of an invitation; it comes by itself, so they come from outside. */
describe('the next step after news of an invitation', () => {
  const here = scene();
  const invite = async () => {
    const { email } = { email: 'maria.rossi@contoso.com' };
    const person = { email, firstName: 'Maria', lastName: 'Rossi', language: 'it', country: 'IT' };
    const input = { ...person, purchasingAccountId: here.ids.contoso, roles: ['reportViewer'] };
    const { invitation } = outcomeOf(await inviteUser(here.house, people.marco, input), 'invited');
    return invitation.id;
  };
  const bounce = (invitationId: string) =>
    markUndeliverable(here.house, { invitationId, sending: 1, reason: 'no such user' });
  const chatAs = (as: typeof people.marco) => {
    const chat = startWalkTest({ as: { ...as, locale: 'en-GB' }, house: here.house });
    chat.prefers('en');
    return Object.assign(chat, {
      goesOn: (invitation: string, act: string) =>
        chat.submits({ usher: { do: 'begin', walk: 'inviteUser', data: { invitation, act } } }),
    });
  };

  it('sends again what came back, once however often it is pressed', async () => {
    const id = await invite();
    await bounce(id);
    const chat = chatAs(people.marco);
    assert.match(await chat.goesOn(id, 'sendAgain'), /on its way again/);
    await chat.goesOn(id, 'sendAgain');
    assert.match(
      await chatAs(people.marco).goesOn(id, 'sendAgain'),
      /happened to the invitation of maria\.rossi@contoso\.com meanwhile/,
    );
    assert.equal((await Invitation.findById(id).lean())?.sendings, 2);
  });

  it('takes the right address and sends it there', async () => {
    const id = await invite();
    await bounce(id);
    const chat = chatAs(people.marco);
    await chat.goesOn(id, 'correctAddress');
    assert.equal(chat.value('email'), 'maria.rossi@contoso.com');
    assert.match(await chat.presses('Send it there', { email: 'm.rossi@contoso.com' }), /m\.rossi@contoso\.com/);
    const invitation = await Invitation.findById(id).lean();
    assert.deepEqual([invitation?.email, invitation?.undeliverable], ['m.rossi@contoso.com', undefined]);
  });

  it('follows an expired one by another', async () => {
    const id = await invite();
    here.later({ days: 61 });
    assert.match(await chatAs(people.marco).goesOn(id, 'sendAgain'), /on its way again/);
    assert.equal(await Invitation.countDocuments({ email: 'maria.rossi@contoso.com', state: 'pending' }), 1);
  });

  it('is nobody’s business who may not invite, and nothing for a made-up invitation', async () => {
    const id = await invite();
    await bounce(id);
    for (const [who, invitation] of [
      [people.omar, id],
      [people.anna, id],
      [people.marco, 'ffffffffffffffffffffffff'],
      [people.marco, '{"$ne":1}'],
    ] as const) {
      const seen = await chatAs(who).goesOn(invitation, 'sendAgain');
      assert.doesNotMatch(seen, /on its way|maria\.rossi/);
    }
    assert.equal((await Invitation.findById(id).lean())?.sendings, 1);
  });
});
