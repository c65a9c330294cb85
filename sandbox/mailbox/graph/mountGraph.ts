import type { Request, RequestHandler, Response, Server } from 'restify';
import { notLocal } from '../notLocal.ts';
import { SandboxMail } from '../sandboxMail.ts';
import { asGraphMessage } from './asGraphMessage.ts';
import { GraphRefusal } from './graphRefusal.ts';
import { listMessages } from './listMessages.ts';
import { listQuery } from './listQuery.ts';
import { type Folder, folders, messageOf } from './mailboxMessage.ts';
import { mimeOf } from './mimeOf.ts';
import { readJson } from './readJson.ts';
import { readMessage } from './readMessage.ts';
import { selected } from './selected.ts';
import { changeDraft, createDraft, sendAtOnce, sendDraft } from './writeMail.ts';

interface Answer {
  status: number;
  json?: unknown;
  mime?: Buffer;
}

interface Asked {
  request: Request;
  /** The lower-cased address of the mailbox. */
  owner: string;
  /** Whether `Prefer: IdType="ImmutableId"` was asked for. */
  immutable: boolean;
  query: URLSearchParams;
  param(name: string): string;
}

/**
 * Mounts the stand-in of the mail endpoints of Microsoft Graph v1.0 that Usher uses. Strict where Graph is; what it does
 * not know it refuses in Graph's form, so that nothing passes here by being passed over.
 *
 * @param base without a slash at the end, e.g. `/sandbox/graph/v1.0`.
 */
export function mountGraph(server: Server, base: string): void {
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
      const { message: given, saveToSentItems = true, ...others } = parameters(await readJson(request));
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
      const given = readMessage((await readJson(request)) ?? {});
      const { mail } = await messageOf(owner, param('message'));
      await changeDraft(mail, given);
      return { status: 200, json: asGraphMessage(await messageOf(owner, mail._id), immutable) };
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

  const list = (folderOf: (asked: Asked) => Folder | undefined) =>
    answering(async (asked) => {
      const query = listQuery(asked.query);
      const found = await listMessages(asked.owner, folderOf(asked), query);
      const value = found.map((each) => selected(asGraphMessage(each, asked.immutable), query.select));
      return { status: 200, json: { value } };
    });
  server.get(
    `${mailbox}/messages`,
    list(() => undefined),
  );
  server.get(
    `${mailbox}/mailFolders/:folder/messages`,
    list(({ param }) => {
      const name = param('folder').toLowerCase();
      const folder = folders.find((each) => each === name);
      if (folder !== undefined) return folder;
      throw new GraphRefusal(404, 'ErrorItemNotFound', `The sandbox has no folder ${name}.`);
    }),
  );

  const unknown = answering(async ({ request }) => {
    throw new GraphRefusal(501, 'NotImplemented', `The sandbox does not know ${request.method} ${request.path()}.`);
  }, false);
  for (const method of ['get', 'post', 'put', 'patch', 'del'] as const) server[method](`${base}/*`, unknown);
}

function answering(answer: (asked: Asked) => Promise<Answer>, ofMailbox = true): RequestHandler {
  return async (request: Request, response: Response) => {
    try {
      const foreign = notLocal(request);
      if (foreign !== undefined) throw new GraphRefusal(403, 'Forbidden', foreign);
      const param = (name: string): string => String((request.params as Record<string, unknown>)[name] ?? '');
      const immutable = /\bIdType\s*=\s*"ImmutableId"/i.test(String(request.headers.prefer ?? ''));
      const owner = param('user').toLowerCase();
      if (ofMailbox && !/^[^\s@]+@[^\s@]+$/.test(owner)) {
        throw new GraphRefusal(404, 'ErrorInvalidUser', `The requested user '${owner}' is invalid.`);
      }
      const query = new URL(request.url ?? '', 'http://localhost').searchParams;
      send(response, await answer({ request, owner, immutable, query, param }), immutable);
    } catch (error) {
      const refusal =
        error instanceof GraphRefusal ? error : new GraphRefusal(500, 'InternalServerError', (error as Error).message);
      send(response, {
        status: refusal.status,
        json: { error: { code: refusal.code, message: refusal.message } },
      });
    }
  };
}

function send(response: Response, { status, json, mime }: Answer, immutable = false): void {
  const headers: Record<string, string> = immutable ? { 'Preference-Applied': 'IdType="ImmutableId"' } : {};
  if (mime !== undefined) response.sendRaw(status, mime, { ...headers, 'Content-Type': 'text/plain' });
  else if (json !== undefined) {
    response.sendRaw(status, JSON.stringify(json), { ...headers, 'Content-Type': 'application/json' });
  } else response.sendRaw(status, '', headers);
}

/** The parameters of an action; Graph takes their names in either case (the description capitalises them). */
function parameters(body: unknown): Record<string, unknown> {
  if (body === null || typeof body !== 'object') throw new GraphRefusal(400, 'BadRequest', 'Empty payload.');
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
}
