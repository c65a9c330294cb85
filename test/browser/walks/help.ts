import assert from 'node:assert/strict';
import type { Scene } from '../scene.ts';

/** What works anywhere: help, a person, the language, cancel, start over; and what has no effect. */
export function help(scene: () => Scene): void {
  it('helps, hands over to a person, and asks what was meant', async () => {
    const anna = await scene().chat('Anna');
    await anna.says('help');
    await anna.sees('Choose one of these, or write it in your own words.');
    await anna.picture('help-1-menu');
    await anna.picture('help-1-menu', 'phone');
    await anna.says('fjord blurb quux');
    await anna.sees(/Did you mean|I did not understand/);
    await anna.picture('help-2-nonsense');
    await anna.says('the invitation');
    await anna.sees(/./);
    await anna.picture('help-3-unsure');
    await anna.says('I want to talk to a person');
    await anna.sees('A person will help you');
    await anna.picture('help-4-person');
    await anna.says('cancel');
    await anna.sees(/./);
    await anna.picture('help-5-nothing-to-cancel');
  });

  it('changes the language in the middle of a walk, cancels, starts over', async () => {
    const marco = await scene().chat('Marco');
    await marco.says('invita Pia Neri pia.neri@contoso.com come visualizzatore report');
    await marco.sees('Indirizzo di posta elettronica');
    await marco.says('parla inglese');
    await marco.sees('From now on I speak English');
    await marco.sees('Invite a user');
    await marco.picture('help-6-language-in-the-middle');
    assert.equal(await marco.field('E-mail address').inputValue(), 'pia.neri@contoso.com');
    await marco.presses('Cancel');
    await marco.sees('Cancelled: Invite a user.');
    await marco.picture('help-7-cancelled');
    await marco.says('change the language');
    await marco.sees('Which language do you prefer?');
    await marco.picture('help-8-languages');
    await marco.presses('Italiano');
    await marco.sees('D’ora in poi parlo italiano');
    await marco.says('invita un utente');
    await marco.sees('Indirizzo di posta elettronica');
    await marco.says('ricominciamo da capo');
    await marco.sees('Ricominciamo da capo.');
    await marco.picture('help-9-started-over');
  });

  it('interrupts a walk with another one and comes back', async () => {
    const marco = await scene().chat('Marco');
    await marco.says('invita Pia Neri pia.neri@contoso.com come visualizzatore report');
    await marco.sees('Indirizzo di posta elettronica');
    await marco.says('qual è il mio ruolo?');
    await marco.sees('I tuoi ruoli');
    await marco.sees('Torniamo a: Invita un utente.');
    await marco.sees('Indirizzo di posta elettronica');
    await marco.picture('help-10-back');
    assert.equal(await marco.field('Indirizzo di posta elettronica').inputValue(), 'pia.neri@contoso.com');
    await marco.says('annulla');
    await marco.sees('Annullato: Invita un utente.');
  });

  it('does nothing twice when a button is pressed twice, and nothing for an old card', async () => {
    const marco = await scene().chat('Marco');
    await marco.says('invita Pia Neri pia.neri@contoso.com come visualizzatore report');
    await marco.sees('Indirizzo di posta elettronica');
    const form = marco.card;
    await marco.button('Invita').dblclick();
    await marco.sees('Ho inviato l’invito a Pia Neri');
    await marco.picture('twice-1');
    const mailbox = await scene().mail('pia.neri@contoso.com', /Invito al Business Center/);
    assert.equal(await mailbox.getByRole('link', { name: /Invito al Business Center/ }).count(), 1);
    await mailbox.close();
    // The form has given way to what happened.
    assert.equal(await form.getByRole('textbox').count(), 0);

    await marco.says('invita Leo Neri leo.neri@contoso.com come visualizzatore report');
    await marco.sees('Indirizzo di posta elettronica');
    const old = marco.card;
    await marco.says('annulla');
    await marco.sees('Annullato: Invita un utente.');
    await marco.picture('twice-2-old-form');
    await old.getByRole('button', { name: 'Invita', exact: true }).click();
    await marco.sees('Questa scheda non è più valida; non è stato fatto nulla.');
    await marco.picture('twice-3-old-card');
  });
}
