import type { Scene } from '../scene.ts';

/** What a partner does for customers. */
export function partner(scene: () => Scene): void {
  it('lists the customers, resends, and designates another administrator', async () => {
    const [nina, anna] = [await scene().chat('Nina'), await scene().chat('Anna')];
    await nina.says('show me my customers');
    await nina.sees('Northwind Traders has 2 customer accounts.');
    await nina.picture('partner-1-customers');
    await nina.picture('partner-1-customers', 'phone');
    await nina.presses('Resend');
    await nina.sees('I sent Anna Keller');
    await nina.picture('partner-2-resent');
    await nina.says('designate another administrator for Fabrikam');
    await nina.sees('Who is it to be from now on?');
    await nina.fills('E-mail address', 'eva.lang@fabrikam.com');
    await nina.fills('First name', 'Eva');
    await nina.fills('Last name', 'Lang');
    await nina.picture('partner-4-form');
    await nina.presses('Go on');
    await nina.sees('Is this right?');
    await nina.picture('partner-5-confirmation');
    await nina.presses('Yes, change it');
    await nina.sees('Eva Lang (eva.lang@fabrikam.com) is now the designated administrator');
    await nina.picture('partner-6-designated');
    await anna.sees('Eva Lang');
    await anna.picture('partner-7-old-administrator-told');
    const mail = await scene().mail('eva.lang@fabrikam.com', /Invitation to the Business Center/);
    await mail.close();
  });
}
