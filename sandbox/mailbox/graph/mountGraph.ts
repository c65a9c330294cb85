import type { Server } from 'restify';
import { SandboxMail } from '../sandboxMail.ts';
import { actionParameters } from './actionParameters.ts';
import { type Asked, answering } from './answering.ts';
import { asGraphMessage } from './asGraphMessage.ts';
import { changeDelivered, moveDelivered } from './changeDelivered.ts';
import { deltaMessages } from './deltaMessages.ts';
import { folderOf } from './folders.ts';
import { GraphRefusal } from './graphRefusal.ts';
import { listMessages } from './listMessages.ts';
import { listQuery } from './listQuery.ts';
import { messageId, messageOf } from './mailboxMessage.ts';
import { mimeOf } from './mimeOf.ts';
import { mountFolders } from './mountFolders.ts';
import { mountSubscriptions } from './mountSubscriptions.ts';
import { type Notifier, startNotifier } from './notifier.ts';
import { readJson } from './readJson.ts';
import { readMessage } from './readMessage.ts';
import { selected } from './selected.ts';
import { changeDraft, createDraft, sendAtOnce, sendDraft } from './writeMail.ts';

/**
 * Mounts the stand-in of the mail endpoints of Microsoft Graph v1.0 that Usher uses. Strict where Graph is; what it does
 * not know it refuses in Graph's form, so that nothing passes here by being passed over.
 *
 * @param base without a slash at the end, e.g. `/sandbox/graph/v1.0`.
 * @returns what tells those who subscribed to an inbox; to be stopped with the server.
 */
export function mountGraph(server: Server, base: string): Notifier {
  const mailbox = `${base}/users/:user`;
  const message = `${mailbox}/messages/:message`;

  server.post(
    `${mailbox}/messages`,
    answering(async ({ request, owner, immutable }) => {
      const draft = await createDraft(owner, readMessage((await readJson(request)) ?? {}));
      return { status: 201, json: asGraphMessage(await messageOf(owner, draft._id), immutable) };
    }),
  );

  server.post(
    `${mailbox}/sendMail`,
    answering(async ({ request, owner }) => {
      const { message: given, saveToSentItems = true, ...others } = actionParameters(await readJson(request));
      const unknown = Object.keys(others)[0];
      if (unknown !== undefined) throw new GraphRefusal(400, 'RequestBodyRead', `There is no parameter '${unknown}'.`);
      if (typeof saveToSentItems !== 'boolean')
        throw new GraphRefusal(400, 'RequestBodyRead', 'saveToSentItems is a boolean.');
      await sendAtOnce(owner, readMessage(given), saveToSentItems);
      return { status: 202 };
    }),
  );

  server.post(
    `${message}/send`,
    answering(async ({ request, owner, param }) => {
      if ((await readJson(request)) !== undefined) throw new GraphRefusal(400, 'BadRequest', 'send takes no body.');
      await sendDraft((await messageOf(owner, param('message'))).mail);
      return { status: 202 };
    }),
  );

  server.get(
    message,
    answering(async ({ owner, immutable, query, param }) => {
      const found = asGraphMessage(await messageOf(owner, param('message')), immutable);
      return { status: 200, json: selected(found, query.get('$select')?.split(',')) };
    }),
  );

  server.get(
    `${message}/$value`,
    answering(async ({ owner, param }) => {
      return { status: 200, mime: await mimeOf((await messageOf(owner, param('message'))).mail) };
    }),
  );

  server.patch(
    message,
    answering(async ({ request, owner, immutable, param }) => {
      const body = (await readJson(request)) ?? {};
      const found = await messageOf(owner, param('message'));
      if (found.delivery === undefined) await changeDraft(found.mail, readMessage(body));
      else await changeDelivered(found, body);
      const changed = await messageOf(owner, messageId(found, true));
      return { status: 200, json: asGraphMessage(changed, immutable) };
    }),
  );

  server.post(
    `${message}/move`,
    answering(async ({ request, owner, immutable, param }) => {
      const { destinationId, ...others } = actionParameters(await readJson(request));
      const unknown = Object.keys(others)[0];
      if (unknown !== undefined) throw new GraphRefusal(400, 'RequestBodyRead', `There is no parameter '${unknown}'.`);
      const found = await messageOf(owner, param('message'));
      await moveDelivered(found, destinationId);
      return { status: 201, json: asGraphMessage(await messageOf(owner, messageId(found, true)), immutable) };
    }),
  );

  server.del(
    message,
    answering(async ({ owner, param }) => {
      const { mail, delivery } = await messageOf(owner, param('message'));
      if (delivery !== undefined || mail.folder !== 'drafts') {
        throw new GraphRefusal(501, 'NotImplemented', 'The sandbox deletes drafts only.');
      }
      const deleted = await SandboxMail.deleteOne({ _id: mail._id, folder: 'drafts' });
      if (deleted.deletedCount === 0)
        throw new GraphRefusal(404, 'ErrorItemNotFound', 'The message is no draft any more.');
      return { status: 204 };
    }),
  );

  const list = (folderIn: (asked: Asked) => Promise<string | undefined>) =>
    answering(async (asked) => {
      const query = listQuery(asked.query);
      const found = await listMessages(asked.owner, await folderIn(asked), query);
      const value = found.map((each) => selected(asGraphMessage(each, asked.immutable), query.select));
      return { status: 200, json: { value } };
    });
  server.get(
    `${mailbox}/messages`,
    list(async () => undefined),
  );
  server.get(
    `${mailbox}/mailFolders/:folder/messages`,
    list(async ({ owner, param }) => (await folderOf(owner, param('folder'))).id),
  );

  const delta = answering(async (asked) => {
    const { id } = await folderOf(asked.owner, asked.param('folder'));
    const place = `http://${asked.request.headers.host}${asked.request.path()}`;
    return { status: 200, json: await deltaMessages(asked, id, place) };
  });
  // The description writes it with parentheses, Graph's own links without.
  server.get(`${mailbox}/mailFolders/:folder/messages/delta()`, delta);
  server.get(`${mailbox}/mailFolders/:folder/messages/delta`, delta);

  mountFolders(server, mailbox);
  mountSubscriptions(server, base);

  const unknown = answering(async ({ request }) => {
    throw new GraphRefusal(501, 'NotImplemented', `The sandbox does not know ${request.method} ${request.path()}.`);
  }, false);
  for (const method of ['get', 'post', 'put', 'patch', 'del'] as const) server[method](`${base}/*`, unknown);
  return startNotifier();
}
