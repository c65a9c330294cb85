import { Types } from 'mongoose';
import type { Conversation } from '../../models/conversation.ts';
import type { Message } from '../../models/message.ts';
import { makeWriter, type Organization, one, type Writer } from './writers.ts';
import { type WrittenLanguage, writtenLanguages, type ZipfWords, zipfWords } from './zipfWords.ts';

const day = 86_400_000;
/** As long as messages are kept unless told otherwise. */
export const daysOfLog = 180;
const walks = ['findAdministrator', 'resendInvitation', 'inviteUser', 'checkRole', 'addDomain'];
const greetings = { en: ['Hello', 'Good morning', 'Hi'], it: ['Buongiorno', 'Salve', 'Gentile assistenza'] };
const farewells = { en: ['Kind regards', 'Thanks'], it: ['Cordiali saluti', 'Grazie mille'] };
const buttons = { en: ['Ask for an invitation', 'Cancel'], it: ['Chiedi un invito', 'Annulla'] };

export interface WrittenConversation {
  conversation: Pick<
    Conversation,
    '_id' | 'channel' | 'person' | 'language' | 'walk' | 'version' | 'startedAt' | 'lastMessageAt'
  >;
  messages: Message[];
}

export interface WrittenLog {
  words: Record<WrittenLanguage, ZipfWords>;
  /** One conversation after the other; together they have as many messages as were asked for. */
  conversations(): Generator<WrittenConversation>;
}

/**
 * A log as people write it, in two languages: sentences to Usher and its cards in chats, letters with greeting and
 * signature by mail, names, addresses, numbers in groups; most people come once, some again and again.
 *
 * @param size how many messages.
 * @param until when the newest was written; the oldest half a year before.
 */
export function writtenLog(
  size: number,
  until: Date,
  organizations: readonly Organization[],
  random: () => number,
): WrittenLog {
  const words = { en: zipfWords('en', random), it: zipfWords('it', random) };
  // What Usher says is always much the same.
  const said = Object.fromEntries(
    writtenLanguages.map((language) => [
      language,
      Array.from({ length: 150 }, () => sentence(language, 8 + random() * 20)),
    ]),
  ) as Record<WrittenLanguage, string[]>;
  let ids = 0;
  let writers = 0;

  function sentence(language: WrittenLanguage, length: number): string {
    const drawn = Array.from({ length: Math.floor(length) }, () => words[language].draw(random));
    const text = drawn.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }

  function mention({ organization, name, email }: Writer): string {
    const { agreement, account } = organization;
    return one([name, email, agreement, agreement.replace(/(\d{4})(\d{3})/, '$1 $2 '), account], random);
  }

  function typed(writer: Writer): string {
    const { language } = writer;
    const text = random() < 0.6 ? one(words[language].sentences, random) : sentence(language, 3 + random() * 20);
    return random() < 0.3 ? `${text} ${mention(writer)}` : text;
  }

  function letter(writer: Writer): string {
    const { language, name, email } = writer;
    const paragraphs = Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
      sentence(language, 8 + random() * 25),
    );
    const signature = `${one(farewells[language], random)}\n${name}\n${writer.organization.name}\n${email}`;
    return `${one(greetings[language], random)},\n\n${typed(writer)}\n${paragraphs.join('\n')}\n\n${signature}`;
  }

  function ofWriter(most: number): WrittenConversation {
    const writer = makeWriter(writers++, organizations, random);
    const { language, email } = writer;
    const channel = random() < 0.8 ? 'teams' : 'mail';
    const _id = `${channel}:${writers}`;
    const messages: Message[] = [];
    // Half come once.
    for (let more = true; more && messages.length < most; more = random() < 0.5) {
      let at = until.getTime() - random() * daysOfLog * day;
      const turns = 1 + Math.floor(random() * (channel === 'mail' ? 2 : 8));
      const walk = one(walks, random);
      for (let turn = 0; turn < turns; turn += 1) {
        at = Math.min(at + 2_000 + random() * 90_000, until.getTime());
        const entry = () => ({ _id: newId(at), conversation: _id, at: new Date(at), person: email, walk });
        if (channel === 'mail') {
          messages.push({
            ...entry(),
            direction: 'in',
            text: letter(writer),
            subject: sentence(language, 3 + random() * 5),
          });
        } else {
          messages.push({ ...entry(), direction: 'in', text: typed(writer) });
        }
        const text = `${one(said[language], random)} ${mention(writer)}`;
        const card = JSON.stringify({
          type: 'AdaptiveCard',
          body: [
            { type: 'TextBlock', text },
            { type: 'TextBlock', text: one(said[language], random) },
          ],
          actions: buttons[language].map((title) => ({ type: 'Action.Submit', title })),
        });
        const isCard = channel === 'teams' && random() < 0.5;
        messages.push({ ...entry(), direction: 'out', text: isCard ? '' : text, ...(isCard && { card }) });
      }
    }
    const kept = messages.slice(0, most).sort((one, other) => one.at.getTime() - other.at.getTime());
    const [first, last] = [kept[0] as Message, kept.at(-1) as Message];
    return {
      conversation: {
        _id,
        channel,
        person: email,
        language,
        walk: last.walk as string,
        version: 1,
        startedAt: first.at,
        lastMessageAt: last.at,
      },
      messages: kept,
    };
  }

  function newId(at: number): Types.ObjectId {
    ids += 1;
    const time = Math.floor(at / 1_000).toString(16);
    return new Types.ObjectId(`${time.padStart(8, '0')}${ids.toString(16).padStart(16, '0')}`);
  }

  return {
    words,
    *conversations() {
      for (let left = size; left > 0; ) {
        const written = ofWriter(left);
        yield written;
        left -= written.messages.length;
      }
    },
  };
}
