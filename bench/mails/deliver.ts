import { arriving } from '../../sandbox/mailbox/arrivals.ts';
import { SandboxMail } from '../../sandbox/mailbox/sandboxMail.ts';
import { type MixedMail, mailbox } from './mixedMails.ts';

/** Puts mails into Usher's inbox in the sandbox, whoever they are from; each once, however often it is tried. */
export async function deliver(mails: readonly MixedMail[]): Promise<void> {
  for (const { id, from, mime, messageId } of mails) {
    if (await SandboxMail.exists({ _id: id })) continue;
    const at = new Date();
    await arriving(async (arrival) => {
      await SandboxMail.create({
        _id: id,
        mailbox: from,
        folder: 'unsaved',
        changeKey: 1,
        from: { name: '', address: from },
        toRecipients: [{ name: 'Usher', address: mailbox }],
        subject: '',
        body: { contentType: 'text', content: '' },
        internetMessageId: messageId ?? `<${id}@nowhere.example>`,
        mime,
        createdAt: at,
        changedAt: at,
        sentAt: at,
        deliveredTo: [{ address: mailbox, arrival }],
      });
      return [{ mail: id, delivery: 0, owner: mailbox }];
    });
  }
}
