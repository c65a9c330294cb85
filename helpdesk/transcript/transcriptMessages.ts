import { DateTime } from 'luxon';
import { wholeCard } from '../../cards/wholeCard.ts';
import { Conversation } from '../../models/conversation.ts';
import type { Message } from '../../models/message.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import type { TranscriptMessage } from '../api.ts';
import { harmlessHtml } from './harmlessHtml.ts';

/** @returns messages of one conversation as the page shows them, with what became of those that went out. */
export async function transcriptMessages(messages: readonly Message[]): Promise<TranscriptMessage[]> {
  const waiting = await stillWaiting(messages);
  const shown = messages.map(async (message) => {
    const { _id, at, direction, operator, text, subject, html, card, value, understood, walk, step, outcome, fault } =
      message;
    const id = _id.toHexString();
    // A mail that came back did not get through either.
    const bounced = message.delivery === 'bounced';
    const stands = message.delivery === 'bounced' ? 'failed' : message.delivery;
    const delivery = stands ?? (waiting.has(id) ? 'waiting' : undefined);
    const came = bounced ? 'bounced' : outcome;
    return {
      id,
      at: at.toISOString(),
      direction,
      text,
      ...(operator && { operator: { email: operator.email, name: operator.name } }),
      ...(subject !== undefined && { subject }),
      ...(await htmlPart(html)),
      ...(card !== undefined && { card: wholeCard(card) }),
      ...(value !== undefined && { value }),
      ...(understood && { understood }),
      ...(walk !== undefined && { walk }),
      ...(step !== undefined && { step }),
      ...(came !== undefined && { outcome: came }),
      ...(fault !== undefined && { fault }),
      ...(delivery !== undefined && { delivery }),
    };
  });
  return await Promise.all(shown);
}

/** @returns the ids of messages that are recorded and not known to be sent: those that the conversation still holds, and mails. */
async function stillWaiting(messages: readonly Message[]): Promise<Set<string>> {
  const out = messages.filter(({ direction }) => direction === 'out');
  const conversations = [...new Set(out.map(({ conversation }) => conversation))];
  const mails = out.flatMap(({ mail }) => mail ?? []);
  if (out.length === 0) return new Set();
  const [unsent, inOutbox] = await Promise.all([
    Conversation.find({ _id: { $in: conversations }, hasUnsent: true }, { unsent: 1 }).lean(),
    mails.length === 0
      ? []
      : OutgoingMail.find({ _id: { $in: mails }, state: { $in: ['waiting', 'drafted'] } }, { _id: 1 }).lean(),
  ]);
  const waiting = new Set(unsent.flatMap((one) => loggedIds(one.unsent)));
  const unsentMails = new Set(inOutbox.map(({ _id }) => _id));
  for (const { _id, mail } of out) if (mail !== undefined && unsentMails.has(mail)) waiting.add(_id.toHexString());
  return waiting;
}

/** What is being sent in this moment is not worth a word. In milliseconds. */
const patience = 10_000;

/** Of the turns that a conversation holds as JSON (bot/unsentTurn.ts): the entries of their messages in the log. */
function loggedIds(unsent: string | undefined): string[] {
  if (unsent === undefined) return [];
  const turns = JSON.parse(unsent) as { at?: number; messages?: { logged?: string }[] }[];
  const late = turns.filter(({ at = 0 }) => at < DateTime.now().toMillis() - patience);
  return late.flatMap(({ messages = [] }) => messages.flatMap(({ logged }) => logged ?? []));
}

async function htmlPart(html: string | undefined): Promise<Pick<TranscriptMessage, 'html'>> {
  const harmless = html === undefined ? undefined : await harmlessHtml(html);
  return harmless === undefined ? {} : { html: harmless };
}
