import assert from 'node:assert/strict';
import type { LiveEvent } from '../../../helpdesk/api.ts';
import type { OperatorBrowser } from '../console.ts';

/** Reads server-sent events as a browser does, and can lose the connection. */
export class EventReader {
  lastEventId = '';
  readonly events: LiveEvent[] = [];
  readonly #browser: OperatorBrowser;
  readonly #path: string;
  #gone = new AbortController();
  #arrived: (() => void)[] = [];

  constructor(browser: OperatorBrowser, path: string) {
    this.#browser = browser;
    this.#path = path;
  }

  /** Connects, again with the id of the last event; resolves when the answer has begun. */
  async connect(): Promise<Response> {
    this.#gone = new AbortController();
    const response = await this.#browser.open(this.#path, {
      signal: this.#gone.signal,
      headers: this.lastEventId === '' ? {} : { 'last-event-id': this.lastEventId },
    });
    if (response.ok) void this.#read(response).catch(() => undefined);
    return response;
  }

  /** Loses the connection. */
  lose(): void {
    this.#gone.abort();
  }

  /** Resolves when an event has come for which `is` holds; those that came before count, too. */
  async until(is: (event: LiveEvent) => boolean): Promise<void> {
    while (!this.events.some(is)) {
      await new Promise<void>((resolve) => {
        this.#arrived.push(resolve);
      });
    }
  }

  /** Texts of the messages that came, in their order. */
  texts(): string[] {
    return this.events.flatMap((one) => (one.event === 'message' ? one.data.text : []));
  }

  async #read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    assert.ok(response.body);
    for await (const piece of response.body) {
      text += decoder.decode(piece, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        this.#take(text.slice(0, end));
        text = text.slice(end + 2);
      }
    }
  }

  #take(block: string): void {
    const lines = block
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]);
    const fields = Object.fromEntries(lines) as Record<string, string>;
    if (fields.id !== undefined) this.lastEventId = fields.id;
    if (fields.event === undefined || fields.data === undefined) return;
    this.events.push({ event: fields.event, data: JSON.parse(fields.data) } as LiveEvent);
    for (const resolve of this.#arrived.splice(0)) resolve();
  }
}
