import assert from 'node:assert/strict';
import { keepPicture } from '../keepPicture.ts';
import type { Scene } from '../scene.ts';

/** The job that Usher is for, in two windows: a turned-down request in English first, then one that is approved, in Italian. */
export function mainJob(scene: () => Scene): void {
  it('greets, and leads a person who was turned down to somebody else (English)', async () => {
    const [giulia, marco] = [await scene().chat('Giulia'), await scene().chat('Marco')];
    await giulia.says('please speak English');
    await giulia.sees('From now on I speak English');
    await marco.says('English please');
    await marco.sees('From now on I speak English');
    await giulia.says('who is my administrator?');
    await giulia.sees('Marco Ferri');
    await giulia.picture('main-en-1-administrator');
    await giulia.presses('Ask for an invitation');
    await giulia.sees('I will ask those who may invite people at Contoso S.p.A.');
    await giulia.fills('Message', 'I need the licence reports.');
    await giulia.picture('main-en-2-asking');
    await giulia.presses('Ask for an invitation');
    await giulia.sees(/I asked .*Marco Ferri/);
    await giulia.picture('main-en-3-asked');
    await marco.sees('Somebody asks for an invitation');
    await marco.picture('main-en-4-request');
    await marco.fills('A word to the person', 'Please ask Lena.');
    await marco.presses('Turn down');
    await marco.sees('Turned down by');
    await marco.picture('main-en-5-turned-down');
    await giulia.sees('Please ask Lena.');
    await giulia.picture('main-en-6-told');
  });

  it('takes a request back, and closes the administrator’s card (English)', async () => {
    const [giulia, marco] = [await scene().chat('Giulia'), await scene().chat('Marco')];
    await giulia.says('who is my administrator?');
    await giulia.sees('Marco Ferri');
    await giulia.presses('Ask for an invitation');
    await giulia.sees('I will ask those who may invite people at Contoso S.p.A.');
    await giulia.presses('Ask for an invitation');
    await giulia.sees(/I asked .*Marco Ferri/);
    await marco.sees('Roles to give');
    await giulia.presses('Withdraw the request');
    await giulia.sees('Withdraw this request?');
    await giulia.picture('main-en-7-withdraw');
    await giulia.picture('main-en-7-withdraw', 'phone');
    await giulia.presses('Withdraw it');
    await giulia.sees('Request withdrawn');
    await marco.sees('This request was withdrawn.');
    await marco.picture('main-en-8-withdrawn');
  });

  it('finds the administrator, asks, is approved and invited (Italian)', async () => {
    const [giulia, marco] = [await scene().chat('Giulia'), await scene().chat('Marco')];
    await giulia.says('parla italiano per favore');
    await giulia.sees('D’ora in poi parlo italiano');
    await marco.says('italiano');
    await marco.sees('D’ora in poi parlo italiano');
    await giulia.says('chi è il mio amministratore?');
    await giulia.sees('Il tuo Amministratore account acquisti');
    await giulia.picture('main-it-1-administrator');
    await giulia.picture('main-it-1-administrator', 'phone');
    await giulia.presses('Chiedi un invito');
    await giulia.sees('Lo chiederò a chi può invitare persone');
    await giulia.fills('Messaggio', 'Mi servono i report per la chiusura.');
    await giulia.picture('main-it-2-asking');
    await giulia.presses('Chiedi un invito');
    await giulia.sees('Ho chiesto un invito a');
    await giulia.picture('main-it-3-asked');
    await marco.sees('Qualcuno chiede un invito');
    await marco.sees('Mi servono i report per la chiusura.');
    await marco.picture('main-it-4-request');
    await marco.picture('main-it-4-request', 'phone');
    await marco.ticks('Visualizzatore report');
    await marco.presses('Approva');
    await marco.sees('Approvata da');
    await marco.picture('main-it-5-approved');
    await giulia.sees('La tua richiesta è stata approvata');
    await giulia.picture('main-it-6-told');

    const mail = await scene().mail('giulia.romano@contoso.com', /Invito al Business Center/);
    const start = mail.frameLocator('iframe').getByRole('link', { name: 'Inizia ora' });
    await start.waitFor();
    await keepPicture(mail, 'browser/main-it-7-mail', { fullPage: true });
    const [page] = await Promise.all([mail.waitForEvent('popup'), start.click()]);
    await page.getByRole('heading', { name: 'Crea un account aziendale' }).waitFor();
    await page.getByText('Visualizzatore report').waitFor();
    await keepPicture(page, 'browser/main-it-8-start-now');
    assert.match(page.url(), /\/invitation\/[\w-]{43}$/);
    await page.setViewportSize({ width: 400, height: 800 });
    await keepPicture(page, 'browser/main-it-8-start-now-400');
    await page.close();
    await mail.close();

    await giulia.says('chi è il mio amministratore?');
    await giulia.sees('C’è un invito che ti aspetta');
    await giulia.picture('main-it-9-where-is-it');
  });

  it('has another role asked for in English and approved in Italian', async () => {
    const [omar, marco] = [await scene().chat('Omar'), await scene().chat('Marco')];
    await omar.says('what is my role?');
    await omar.sees('Your roles');
    await omar.picture('role-1-roles');
    await omar.picture('role-1-roles', 'phone');
    await omar.presses('Ask for another role');
    await omar.sees('Which role do you need?');
    await omar.ticks('Account Manager');
    await omar.fills('Message', 'I am to add our second domain.');
    await omar.picture('role-2-asking');
    await omar.presses('Send the request');
    await omar.sees('I asked');
    await omar.picture('role-3-asked');
    await marco.sees('Qualcuno chiede un altro ruolo');
    await marco.picture('role-4-request');
    await marco.presses('Approva');
    await marco.sees('Approvata da');
    await omar.sees('Your request was approved');
    await omar.picture('role-5-told');
    await omar.says('what may I do?');
    await omar.sees('Account Manager');
    await omar.picture('role-6-roles-now');
  });
}
