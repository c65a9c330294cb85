import { DateTime } from 'luxon';
import type { IncomingMailKind } from '../../../models/incomingMail.ts';
import { GraphFault } from '../../graphFault.ts';
import type { GraphRequests } from '../../graphRequests.ts';
import { folderNames } from './folderNames.ts';
import { GraphFolders } from './graphFolders.ts';

/** A message that came into the inbox. */
export interface FoundMail {
  /** Immutable: it survives being moved. */
  id: string;
  receivedAt: Date;
}

/** One page of what came in. */
export type InboxPage =
  | {
      outcome: 'page';
      found: FoundMail[];
      /** To go on with, whole as Graph gave it. */
      link: string;
      /** Whether there is more now; otherwise the link is for next time. */
      more: boolean;
    }
  /** The link leads nowhere any more: begin anew, without one. */
  | { outcome: 'gone' };

/** The inbox of Usher's mailbox, as Graph has it: each request exactly once. All throw {@link GraphFault} and nothing else. */
export class GraphInbox {
  readonly #requests: GraphRequests;
  readonly #user: string;
  readonly #folders: GraphFolders;
  readonly #pageSize: number;

  /**
   * @param mailbox its address.
   * @param pageSize how many messages of the inbox Graph is asked to list at a time, 1 to 1000.
   */
  constructor(requests: GraphRequests, mailbox: string, pageSize = 50) {
    if (!(pageSize >= 1 && pageSize <= 1000)) throw new RangeError('pageSize must be between 1 and 1000');
    this.#requests = requests;
    this.#user = `/users/${encodeURIComponent(mailbox)}`;
    this.#folders = new GraphFolders(requests, this.#user);
    this.#pageSize = pageSize;
  }

  /**
   * Asks what came into the inbox (Graph, "message: delta").
   * @param link where the last page ended; absent: from the beginning, with all that lies there.
   */
  async changes(link?: string): Promise<InboxPage> {
    const path = link === undefined ? `${this.#user}/mailFolders/inbox/messages/delta()` : this.#requests.pathOf(link);
    // It was another Graph that gave it, or the sandbox on another port.
    if (path === undefined) return { outcome: 'gone' };
    try {
      const { body } = await this.#requests.ask(
        path,
        (request) =>
          link === undefined
            ? request.query({ changeType: 'created' }).select('id,receivedDateTime,isDraft').get()
            : request.get(),
        { prefer: `odata.maxpagesize=${this.#pageSize}` },
      );
      return asPage(body);
    } catch (fault) {
      if (link !== undefined && isGone(fault)) return { outcome: 'gone' };
      throw fault;
    }
  }

  /** @returns the message as MIME, whichever folder it lies in; it is not read to its end when it is too large. */
  async source(
    id: string,
    mostBytes: number,
  ): Promise<{ outcome: 'read'; mime: Buffer } | { outcome: 'tooLarge' } | { outcome: 'gone' }> {
    try {
      const mime = await this.#requests.bytes(`${this.#message(id)}/$value`, mostBytes);
      return mime === undefined ? { outcome: 'tooLarge' } : { outcome: 'read', mime };
    } catch (fault) {
      if (fault instanceof GraphFault && fault.kind === 'notFound') return { outcome: 'gone' };
      throw fault;
    }
  }

  /**
   * Moves a message to the folder of its kind, which is made when it is not there. As often as one likes: where it lies
   * there already, nothing changes.
   * @returns `gone` when somebody has deleted the message.
   */
  async moveTo(id: string, kind: IncomingMailKind): Promise<{ outcome: 'moved' | 'gone' }> {
    const name = folderNames[kind];
    let last: unknown;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const destinationId = await this.#folders.idOf(name);
      try {
        await this.#requests.ask(`${this.#message(id)}/move`, (request) => request.post({ destinationId }));
        return { outcome: 'moved' };
      } catch (fault) {
        if (!(fault instanceof GraphFault) || (fault.kind !== 'refused' && fault.kind !== 'notFound')) throw fault;
        // Is it the message, or the folder? Or was it moved before, by a request whose answer got lost?
        const folder = await this.#folderOf(id);
        if (folder === undefined) return { outcome: 'gone' };
        if (folder === destinationId) return { outcome: 'moved' };
        this.#folders.forget(name);
        last = fault;
      }
    }
    throw last;
  }

  /** @returns `gone` when somebody has deleted the message. */
  async markRead(id: string): Promise<{ outcome: 'marked' | 'gone' }> {
    try {
      await this.#requests.ask(this.#message(id), (request) => request.patch({ isRead: true }));
      return { outcome: 'marked' };
    } catch (fault) {
      if (fault instanceof GraphFault && fault.kind === 'notFound') return { outcome: 'gone' };
      throw fault;
    }
  }

  async #folderOf(id: string): Promise<string | undefined> {
    try {
      const { body } = await this.#requests.ask(this.#message(id), (request) =>
        request.select('id,parentFolderId').get(),
      );
      const { parentFolderId } = (body ?? {}) as { parentFolderId?: unknown };
      if (typeof parentFolderId === 'string') return parentFolderId;
      throw new GraphFault('unclear', 'Graph answered with something else than a message');
    } catch (fault) {
      if (fault instanceof GraphFault && fault.kind === 'notFound') return undefined;
      throw fault;
    }
  }

  #message(id: string): string {
    return `${this.#user}/messages/${encodeURIComponent(id)}`;
  }
}

/** 410, or what Exchange says of a state that it does not have any more, under whichever status. */
function isGone(fault: unknown): boolean {
  if (!(fault instanceof GraphFault)) return false;
  return fault.status === 410 || /^(Error)?SyncState(NotFound|Invalid)$|^resyncRequired$/i.test(fault.graphCode ?? '');
}

function asPage(body: unknown): InboxPage {
  const page = (body ?? {}) as { value?: unknown; '@odata.nextLink'?: unknown; '@odata.deltaLink'?: unknown };
  const { value, '@odata.nextLink': next, '@odata.deltaLink': last } = page;
  const link = next ?? last;
  if (!Array.isArray(value) || typeof link !== 'string' || link === '') {
    throw new GraphFault('unclear', 'Graph answered with something else than a page of messages');
  }
  return { outcome: 'page', found: value.flatMap(asFound), link, more: next !== undefined };
}

function asFound(item: unknown): FoundMail[] {
  const { id, isDraft, receivedDateTime, ...rest } = (item ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') {
    throw new GraphFault('unclear', 'Graph answered with something else than a message');
  }
  // What was deleted meanwhile, and what somebody is writing in the inbox, is no mail that came in.
  if ('@removed' in rest || isDraft === true) return [];
  const received = DateTime.fromISO(typeof receivedDateTime === 'string' ? receivedDateTime : '');
  return [{ id, receivedAt: (received.isValid ? received : DateTime.now()).toJSDate() }];
}
