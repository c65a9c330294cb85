import type { Scene } from '../scene.ts';

/** Inviting: one person from a sentence, with a mistake on the way; then several at once. */
export function invite(scene: () => Scene): void {
  it('invites a user whose data stood in the sentence; a wrong address stays, with the problem beside it', async () => {
    const marco = await scene().chat('Marco');
    await marco.says('invita Maria Rossi, maria.rossi@contoso.com, come amministratore utenti');
    await marco.sees('Invita un utente');
    await marco.picture('invite-1-form');
    await marco.picture('invite-1-form', 'phone');
    await marco.fills('Indirizzo di posta elettronica', 'maria.rossi@gmail.com');
    await marco.presses('Invita');
    await marco.sees('È un indirizzo personale.');
    await marco.picture('invite-2-personal-address');
    await marco.fills('Indirizzo di posta elettronica', 'maria.rossi@contoso.com');
    await marco.presses('Invita');
    await marco.sees('Ho inviato l’invito a Maria Rossi');
    await marco.picture('invite-3-sent');
    const mail = await scene().mail('maria.rossi@contoso.com', /Invito al Business Center/);
    await mail.frameLocator('iframe').getByText('Amministratore utenti').first().waitFor();
    await mail.close();
  });

  it('asks again before it invites somebody outside the domains, and says who is invited already', async () => {
    const marco = await scene().chat('Marco');
    await marco.says('invita Eva Lang eva.lang@example.org come visualizzatore account');
    await marco.sees('Invita un utente');
    await marco.presses('Invita');
    await marco.sees('L’indirizzo è quello giusto?');
    await marco.picture('invite-4-outside');
    await marco.presses('Invita comunque');
    await marco.sees('Ho inviato l’invito a Eva Lang');
    await marco.says('invita Maria Rossi maria.rossi@contoso.com come visualizzatore account');
    await marco.sees('ha già ricevuto un invito');
    await marco.picture('invite-5-already');
    await marco.presses('Invia di nuovo');
    await marco.sees('è stato inviato di nuovo');
    await marco.picture('invite-6-again');
  });

  it('invites many at once from pasted lines', async () => {
    const marco = await scene().chat('Marco');
    await marco.says('invita un utente');
    await marco.sees('Invita un utente');
    await marco.presses('Più persone insieme');
    await marco.sees('Invita più persone');
    await marco.picture('many-1-form');
    await marco.picture('many-1-form', 'phone');
    await marco.fills(
      'Persone',
      [
        'ada.neri@contoso.com; Ada; Neri; it; IT; Visualizzatore report',
        'ugo.neri@contoso.com; Ugo; Neri; en; IT; Visualizzatore account',
        'ida.neri@gmail.com; Ida; Neri; it; IT; Visualizzatore report',
        'questo non è un indirizzo',
      ].join('\n'),
    );
    await marco.presses('Controlla l’elenco');
    await marco.sees('2 persone su 4 possono essere invitate.');
    await marco.picture('many-2-checked');
    await marco.picture('many-2-checked', 'phone');
    await marco.presses('Invita 2 persone');
    await marco.sees('Fatto: tutte e 2 le persone sono state invitate.');
    await marco.picture('many-3-done');
    await marco.picture('many-3-done', 'phone');
    const mail = await scene().mail('ugo.neri@contoso.com', /Business Center/);
    await mail.frameLocator('iframe').getByRole('link', { name: 'Start now' }).waitFor();
    await mail.close();
  });
}
