import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { html, type SafeHtml } from '@remix-run/html-template';
import { DateTime } from 'luxon';
import type { Request, RequestHandler, Response, Server } from 'restify';
import { defaultLanguage, spokenLanguage, textsFor } from '../../../language/texts.ts';
import { notLocal } from '../../notLocal.ts';
import { SandboxMail } from '../sandboxMail.ts';
import { liveUpdate } from './liveUpdate.ts';
import { mailboxes } from './mailboxes.ts';
import { mailboxList } from './mailboxList.ts';
import { mailFrame, mailFramePolicy } from './mailFrame.ts';
import { mailList } from './mailList.ts';
import { mailView, views } from './mailView.ts';
import { page, pagePolicy } from './page.ts';
import type { PageContext } from './pageContext.ts';

const styles = readFileSync(new URL('./mailbox.css', import.meta.url), 'utf8');

interface Reply {
  status?: number;
  body: string;
  type?: string;
  policy?: string;
}

/**
 * Mounts the page with everyone's mailboxes.
 *
 * @param base without a slash at the end, e.g. `/sandbox/mailbox`.
 */
export function mountPage(server: Server, base: string, people: readonly { name: string; email: string }[]): void {
  const asset = (body: string, type: string) => replying(async () => ({ body, type }));
  server.get(`${base}.css`, asset(styles, 'text/css; charset=utf-8'));
  server.get(`${base}.js`, asset(liveUpdate, 'text/javascript; charset=utf-8'));

  server.get(
    base,
    replying(async (request) => {
      const context = contextOf(request, base);
      const columns = [mailboxList(await mailboxes(people), undefined, context), hint(context.texts.chooseMailbox)];
      return { body: page({ title: context.texts.title, depth: 'mailboxes', columns }, context) };
    }),
  );

  server.get(
    `${base}/:email`,
    replying(async (request) => {
      const context = contextOf(request, base);
      const { email, mailbox, mails, all } = await opened(request);
      const columns = [
        mailboxList(all, email, context),
        mailList(mailbox, mails, undefined, context),
        hint(context.texts.choose),
      ];
      return { body: page({ title: context.texts.mailboxOf(mailbox), depth: 'mails', columns }, context) };
    }),
  );

  server.get(
    `${base}/:email/:mail`,
    replying(async (request) => {
      const context = contextOf(request, base);
      const id = parameter(request, 'mail');
      await markRead(id, parameter(request, 'email').toLowerCase());
      const { email, mailbox, mails, all } = await opened(request);
      const mail = mails.find(({ _id }) => _id === id);
      const asked = new URL(request.url ?? '', 'http://localhost').searchParams.get('view');
      const view = views.find((each) => each === asked) ?? 'formatted';
      const columns = [
        mailboxList(all, email, context),
        mailList(mailbox, mails, id, context),
        mail === undefined ? hint(context.texts.notFound) : await mailView(mail, email, view, context),
      ];
      const title = mail?.subject ?? context.texts.notFound;
      return { status: mail === undefined ? 404 : 200, body: page({ title, depth: 'mail', columns }, context) };
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

  async function opened(request: Request) {
    const email = parameter(request, 'email').toLowerCase();
    const all = await mailboxes(people);
    const mailbox = all.find((each) => each.email === email) ?? { name: email, email };
    const mails = await SandboxMail.find({ 'deliveredTo.address': email }).sort({ sentAt: -1 }).limit(500).lean();
    return { email, mailbox, mails, all };
  }
}

async function markRead(id: string, email: string): Promise<void> {
  const mail = await SandboxMail.findById(id).lean();
  // Where a delivery stands in the list never changes.
  const at = mail?.deliveredTo.findIndex(({ address, readAt }) => address === email && readAt === undefined) ?? -1;
  if (at < 0) return;
  await SandboxMail.updateOne({ _id: id }, { $set: { [`deliveredTo.${at}.readAt`]: DateTime.now().toJSDate() } });
}

function hint(text: string): SafeHtml {
  return html`<p class="column hint">${text}</p>`;
}

function parameter(request: Request, name: string): string {
  return String((request.params as Record<string, unknown>)[name] ?? '');
}

function contextOf(request: Request, base: string): PageContext {
  const wanted = String(request.headers['accept-language'] ?? '').split(',');
  const language = wanted.map((tag) => spokenLanguage(tag.split(';')[0])).find((code) => code !== undefined);
  return {
    base,
    language: language ?? defaultLanguage,
    texts: textsFor(language ?? defaultLanguage).sandboxMailbox,
  };
}

function replying(reply: (request: Request) => Promise<Reply>): RequestHandler {
  return async (request: Request, response: Response) => {
    const foreign = notLocal(request);
    if (foreign !== undefined) {
      response.sendRaw(403, foreign, { 'Content-Type': 'text/plain; charset=utf-8' });
      return;
    }
    const { status = 200, body, type = 'text/html; charset=utf-8', policy = pagePolicy } = await reply(request);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const headers = {
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
      ETag: etag,
    };
    if (request.headers['if-none-match'] === etag) response.sendRaw(304, '', headers);
    else response.sendRaw(status, body, headers);
  };
}
