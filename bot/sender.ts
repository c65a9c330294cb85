import { setTimeout as wait } from 'node:timers/promises';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { asciiJson } from '../cards/asciiJson.ts';
import { wholeCard } from '../cards/wholeCard.ts';
import { faultReference } from '../onboarding/faultReference.ts';
import type { Connector } from './connector.ts';
import { ConnectorRefusal } from './connectorRefusal.ts';
import { SendingPace } from './sendingPace.ts';
import type { Address, UnsentMessage } from './unsentTurn.ts';

/** What a card may weigh so that every Teams client takes it, in bytes (graph/README.md). */
const heaviestCard = 28 * 1_024;

export interface SenderOptions {
  connector: Connector;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Keep to what Teams takes in a conversation; a local client takes everything. */
  paced: boolean;
}

/** Puts messages into the form of the channel and sends them. */
export class Sender {
  readonly #options: SenderOptions;
  readonly #pace = new SendingPace();

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /**
   * Sends one message, or puts it in the place of an earlier one; where the channel cannot do that, it is sent as new.
   * @param beforeTry called before each try; what it throws ends the sending.
   * @returns its activity id, if the channel told.
   * @throws ConnectorRefusal when the channel refuses, or the fault of the connection when there is none.
   */
  async send(address: Address, message: UnsentMessage, beforeTry?: () => Promise<void>): Promise<string | undefined> {
    const { connector } = this.#options;
    await this.#waitForTurn(address.conversation.id);
    const body = this.#body(address, message);
    if (message.replaces !== undefined) {
      try {
        return await connector.update(address.serviceUrl, address.conversation.id, message.replaces, body, beforeTry);
      } catch (fault) {
        if (!(fault instanceof ConnectorRefusal) || !fault.notReplaceable) throw fault;
        await this.#waitForTurn(address.conversation.id);
      }
    }
    return await connector.send(address.serviceUrl, address.conversation.id, address.replyTo, body, beforeTry);
  }

  async #waitForTurn(conversation: string): Promise<void> {
    if (!this.#options.paced) return;
    const milliseconds = this.#pace.take(conversation);
    if (milliseconds > 0) await wait(milliseconds);
  }

  #body(address: Address, message: UnsentMessage): string {
    const { text, summary } = message;
    if (message.card === undefined) return written(address, message, text);
    const card = wholeCard(message.card);
    const head = written(address, message, text);
    // The card is JSON text already: parsing it to write it again would cost more than the rest of the message.
    const body = `${head.slice(0, -1)},"attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":${card}}]}`;
    // Weighed together: what is light enough as a whole needs no second look.
    if (Buffer.byteLength(body) <= heaviestCard || Buffer.byteLength(card) <= heaviestCard) return body;
    this.#options.log.error(
      { reference: faultReference(), bytes: Buffer.byteLength(card), summary, at: DateTime.now().toISO() },
      'a card is heavier than Teams takes; its summary was sent instead',
    );
    return written(address, message, [text, summary].filter(Boolean).join('\n\n'));
  }
}

/** @returns the message as an activity, without its card. */
function written(address: Address, { replaces, summary }: UnsentMessage, text: string | undefined): string {
  return asciiJson({
    type: 'message',
    ...(replaces !== undefined && { id: replaces }),
    channelId: address.channelId,
    serviceUrl: address.serviceUrl,
    from: address.bot,
    recipient: address.user,
    conversation: address.conversation,
    replyToId: address.replyTo,
    locale: address.locale,
    inputHint: 'acceptingInput',
    ...(text !== undefined && { text, textFormat: 'markdown' }),
    summary,
  });
}
