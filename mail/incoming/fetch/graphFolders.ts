import { DateTime } from 'luxon';
import { GraphFault } from '../../graphFault.ts';
import type { GraphRequests } from '../../graphRequests.ts';

/**
 * How long an id is trusted, in milliseconds. A folder that somebody deletes in Outlook goes on existing under its id
 * inside Deleted Items, and would silently take mails there.
 */
const trusted = 10 * 60 * 1000;

/** The folders at the top of a mailbox, by their names; made when they are not there. Throws GraphFault. */
export class GraphFolders {
  readonly #requests: GraphRequests;
  readonly #folders: string;
  readonly #known = new Map<string, { id: string; foundAt: number }>();

  /** @param user the path of the mailbox. */
  constructor(requests: GraphRequests, user: string) {
    this.#requests = requests;
    this.#folders = `${user}/mailFolders`;
  }

  /** @returns the id of the folder of that name. */
  async idOf(name: string): Promise<string> {
    const known = this.#known.get(name);
    const now = DateTime.now().toMillis();
    if (known !== undefined && Math.abs(now - known.foundAt) < trusted) return known.id;
    const id = (await this.#find(name)) ?? (await this.#make(name));
    this.#known.set(name, { id, foundAt: now });
    return id;
  }

  /** That id led nowhere. */
  forget(name: string): void {
    this.#known.delete(name);
  }

  async #find(name: string): Promise<string | undefined> {
    const filter = encodeURIComponent(`displayName eq '${name.replaceAll("'", "''")}'`);
    const { body } = await this.#requests.ask(this.#folders, (request) =>
      request.filter(filter).select('id,displayName').get(),
    );
    const listed = (body as { value?: unknown } | undefined)?.value;
    if (!Array.isArray(listed)) throw new GraphFault('unclear', 'Graph answered with something else than a list');
    return listed.length === 0 ? undefined : asId(listed[0]);
  }

  async #make(name: string): Promise<string> {
    try {
      return asId((await this.#requests.ask(this.#folders, (request) => request.post({ displayName: name }))).body);
    } catch (fault) {
      // Another process has just made it.
      if (!(fault instanceof GraphFault) || fault.status !== 409) throw fault;
      const found = await this.#find(name);
      if (found === undefined) throw fault;
      return found;
    }
  }
}

function asId(body: unknown): string {
  const { id } = (body ?? {}) as { id?: unknown };
  if (typeof id === 'string' && id !== '') return id;
  throw new GraphFault('unclear', 'Graph answered with something else than a folder');
}
