import { readFileSync } from 'node:fs';
import type { Server } from 'restify';
import { now } from '../../../onboarding/now.ts';
import { SandboxMail } from '../sandboxMail.ts';
import { hint } from './hint.ts';
import { liveUpdate } from './liveUpdate.ts';
import { type MailboxOwners, mailboxes } from './mailboxes.ts';
import { mailboxList } from './mailboxList.ts';
import { mailFrame, mailFramePolicy } from './mailFrame.ts';
import { mailList } from './mailList.ts';
import { mailView, views } from './mailView.ts';
import { mountWriting } from './mountWriting.ts';
import { openMailbox } from './openMailbox.ts';
import { page } from './page.ts';
import { asked, contextOf, parameter, replying } from './replying.ts';
import { sentNote } from './sentNote.ts';

const styles = readFileSync(new URL('./mailbox.css', import.meta.url), 'utf8');

/**
 * Mounts the page with everyone's mailboxes.
 *
 * @param base without a slash at the end, e.g. `/sandbox/mailbox`.
 */
export function mountPage(server: Server, base: string, owners: MailboxOwners): void {
  const asset = (body: string, type: string) => replying(async () => ({ body, type }));
  server.get(`${base}.css`, asset(styles, 'text/css; charset=utf-8'));
  server.get(`${base}.js`, asset(liveUpdate, 'text/javascript; charset=utf-8'));

  server.get(
    base,
    replying(async (request) => {
      const context = contextOf(request, base);
      const columns = [mailboxList(await mailboxes(owners), undefined, context), hint(context.texts.chooseMailbox)];
      return { body: page({ title: context.texts.title, depth: 'mailboxes', columns }, context) };
    }),
  );

  server.get(
    `${base}/:email`,
    replying(async (request) => {
      const context = contextOf(request, base);
      const open = await openMailbox(request, owners);
      const columns = [
        mailboxList(open.all, open.email, context),
        mailList(open, undefined, context),
        hint(context.texts.choose),
      ];
      const title = context.texts.mailboxOf(open.mailbox);
      const note = await sentNote(asked(request, 'sent'), context);
      return { body: page({ title, depth: 'mails', columns, note }, context) };
    }),
  );

  // Before the page of one mail, whose id it might be taken for.
  mountWriting(server, base, owners);

  server.get(
    `${base}/:email/:mail`,
    replying(async (request) => {
      const context = contextOf(request, base);
      const id = parameter(request, 'mail');
      await markRead(id, parameter(request, 'email').toLowerCase());
      const open = await openMailbox(request, owners);
      const mail = await SandboxMail.findOne({ _id: id, 'deliveredTo.address': open.email }).lean();
      const view = views.find((each) => each === asked(request, 'view')) ?? 'formatted';
      const columns = [
        mailboxList(open.all, open.email, context),
        mailList(open, id, context),
        mail === null ? hint(context.texts.notFound) : await mailView(mail, open, view, context),
      ];
      const title = mail?.subject ?? context.texts.notFound;
      const note = await sentNote(asked(request, 'sent'), context);
      return { status: mail === null ? 404 : 200, body: page({ title, depth: 'mail', columns, note }, context) };
    }),
  );

  server.get(
    `${base}/:email/:mail/html`,
    replying(async (request) => {
      const email = parameter(request, 'email').toLowerCase();
      const mail = await SandboxMail.findOne({ _id: parameter(request, 'mail'), 'deliveredTo.address': email }).lean();
      if (mail === null) return { status: 404, body: '', policy: mailFramePolicy };
      return { body: mailFrame(mail), policy: mailFramePolicy };
    }),
  );
}

async function markRead(id: string, email: string): Promise<void> {
  const mail = await SandboxMail.findById(id).lean();
  // Where a delivery stands in the list never changes.
  const at = mail?.deliveredTo.findIndex(({ address, readAt }) => address === email && readAt === undefined) ?? -1;
  if (at < 0) return;
  await SandboxMail.updateOne({ _id: id }, { $set: { [`deliveredTo.${at}.readAt`]: now() } });
}
