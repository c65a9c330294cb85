import assert from 'node:assert/strict';
import { keepPicture } from '../keepPicture.ts';
import type { Scene } from '../scene.ts';

/** Having the administrator's invitation resent: who may know is told plainly, everybody else gets one answer. */
export function resend(scene: () => Scene): void {
  it('answers a stranger with the same words, right or wrong', async () => {
    const omar = await scene().chat('Omar');
    for (const [step, account] of [
      ['1-right', '0005054321'],
      ['2-wrong', '0005054399'],
    ] as const) {
      await omar.says('please resend the invitation of the administrator');
      await omar.sees(/You are in already|Have the invitation resent/);
      if (await omar.button('Resend the administrator’s invitation').count()) {
        await omar.picture('resend-0-in-already');
        await omar.presses('Resend the administrator’s invitation');
        await omar.sees('I need three facts');
      }
      await omar.fills('Address of the purchasing account administrator', 'anna.keller@fabrikam.com');
      await omar.fills('Agreement number', '4100054321');
      await omar.fills('Purchasing account number', account);
      await omar.picture(`resend-${step}-form`);
      await omar.presses('Resend the invitation');
      await omar.sees('If these three facts match the agreement');
      await omar.picture(`resend-${step}-answer`);
    }
  });

  it('tells the designated administrator plainly', async () => {
    const anna = await scene().chat('Anna');
    await anna.says('I never got my invitation, can you send it again?');
    await anna.sees('I need three facts');
    await anna.picture('resend-3-anna');
    await anna.says('resend the invitation to anna.keller@fabrikam.com, agreement 4100054321, account 0005054321');
    await anna.sees('I need three facts');
    assert.equal(await anna.field('Agreement number').inputValue(), '4100054321');
    await anna.picture('resend-4-filled-in');
    await anna.presses('Resend the invitation');
    await anna.sees('I sent the invitation to Anna Keller');
    await anna.picture('resend-5-sent');
    const mail = await scene().mail('anna.keller@fabrikam.com', /Invitation to the Business Center/);
    await keepPicture(mail, 'browser/resend-6-mail', { fullPage: true });
    await mail.close();
  });
}
