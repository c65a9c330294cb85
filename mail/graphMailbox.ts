import { GraphFault } from './graphFault.ts';
import type { GraphMessage } from './graphMessage.ts';
import type { GraphRequests } from './graphRequests.ts';
import { mailMark } from './mailMark.ts';

/** A message of ours as it lies in the mailbox. */
export interface FoundMessage {
  id: string;
  isDraft: boolean;
}

/** The requests that the outbox makes, each exactly once. All throw {@link GraphFault} and nothing else. */
export class GraphMailbox {
  readonly #requests: GraphRequests;
  readonly #user: string;

  /** @param mailbox the address of the mailbox that is sent from. */
  constructor(requests: GraphRequests, mailbox: string) {
    this.#requests = requests;
    this.#user = `/users/${encodeURIComponent(mailbox)}`;
  }

  /** @returns the immutable id of the new draft. */
  async createDraft(message: GraphMessage): Promise<string> {
    const { body } = await this.#requests.ask(`${this.#user}/messages`, (request) => request.post(message));
    return asMessage(body).id;
  }

  /** @returns the message with that immutable id, or undefined when there is none. */
  async read(id: string): Promise<FoundMessage | undefined> {
    try {
      const { body } = await this.#requests.ask(`${this.#user}/messages/${encodeURIComponent(id)}`, (request) =>
        request.select('id,isDraft').get(),
      );
      return asMessage(body);
    } catch (fault) {
      if (fault instanceof GraphFault && fault.kind === 'notFound') return undefined;
      throw fault;
    }
  }

  /**
   * @returns the message that carries that outbox id. Drafts are looked through before Sent Items, so that a message
   * which is just moving is not missed, and the rest of the mailbox last: somebody may have tidied up.
   */
  async find(mailId: string): Promise<FoundMessage | undefined> {
    const filter = `singleValueExtendedProperties/any(ep: ep/id eq '${mailMark}' and ep/value eq '${mailId.replaceAll("'", "''")}')`;
    for (const place of ['/mailFolders/drafts/messages', '/mailFolders/sentitems/messages', '/messages']) {
      const { body } = await this.#requests.ask(`${this.#user}${place}`, (request) =>
        // The library puts parameters into the address as they are.
        request.filter(encodeURIComponent(filter)).select('id,isDraft').top(10).get(),
      );
      const listed = (body as { value?: unknown } | undefined)?.value;
      if (!Array.isArray(listed)) throw new GraphFault('unclear', 'Graph answered with something else than a list');
      const found = listed.map(asMessage);
      // A worker that lost its lease may have left a second draft; one that went out outweighs it.
      const message = found.find((each) => !each.isDraft) ?? found[0];
      if (message !== undefined) return message;
    }
    return undefined;
  }

  /** Sends a draft. @returns how long Graph asks to wait before the next request, in milliseconds, if it does. */
  async send(id: string): Promise<{ retryAfter?: number }> {
    const { retryAfter } = await this.#requests.ask(
      `${this.#user}/messages/${encodeURIComponent(id)}/send`,
      (request) => request.post(''),
    );
    return { retryAfter };
  }

  /** Deletes a draft; that it is gone already is as good. */
  async deleteDraft(id: string): Promise<void> {
    try {
      await this.#requests.ask(`${this.#user}/messages/${encodeURIComponent(id)}`, (request) => request.delete());
    } catch (fault) {
      if (!(fault instanceof GraphFault && fault.kind === 'notFound')) throw fault;
    }
  }
}

/** That something was found, or not, decides whether a mail goes out: a half-read answer must not pass for either. */
function asMessage(body: unknown): FoundMessage {
  const { id, isDraft } = (body ?? {}) as { id?: unknown; isDraft?: unknown };
  if (typeof id === 'string' && id !== '' && typeof isDraft === 'boolean') return { id, isDraft };
  throw new GraphFault('unclear', 'Graph answered with something else than a message');
}
