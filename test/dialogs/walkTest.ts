import assert from 'node:assert/strict';
import { TurnContext } from 'botbuilder';
import { createWalks } from '../../dialogs/root.ts';
import type { OutMessage, Turn } from '../../dialogs/turn.ts';
import { createUnderstanding, type Understanding } from '../../language/understand.ts';
import type { House } from '../../onboarding/house.ts';
import { defaultLimits } from '../../onboarding/limits.ts';
import { checkCard, elements, wordsOn } from '../cards/checkCard.ts';

/** Somebody who talks to Usher; proven by the channel. */
export interface TestPerson {
  email: string;
  firstName: string;
  lastName: string;
  /** BCP 47 locale of their client. */
  locale?: string;
}

/** One conversation with the walks, without bot and network; the store is real and must be open. */
export interface WalkTest {
  /** Each answers with all that was said in the turn, as words. */
  says(text: string): Promise<string>;
  /** Presses a button as a client does: with what stands in the card's inputs, and what was typed over it. */
  presses(title: string, typed?: Record<string, string>): Promise<string>;
  /** Presses the button on a card as it was, although it may have been replaced since. */
  pressesOn(card: ShownCard, title: string, typed?: Record<string, string>): Promise<string>;
  /** Sends any value, as somebody may who changed a card. */
  submits(value: Record<string, unknown>, cardActivityId?: string): Promise<string>;
  sendsFile(name: string, text: string): Promise<string>;
  /** Titles of the buttons on the newest card. */
  buttons(): string[];
  /** The newest card as it is now. */
  card(): ShownCard;
  /** What an input of the newest card holds. */
  value(input: string): string | undefined;
  /** The conversation's memory as JSON; it is read anew from it for each turn, as after a restart. */
  memory(): string;
  /** What the walks noted in the last turn, for the log. */
  noted(): Parameters<Turn['note']>[0];
  /** The chosen language, as *Change language* sets it. */
  prefers(language: string): void;
}

export interface ShownCard {
  activityId: string;
  card: Record<string, unknown>;
  summary: string;
}

let understanding: Understanding | undefined;
let conversations = 0;

/** A house without DNS and without a worker. */
export function testHouse(more: Partial<House> = {}): House {
  const silent = () => undefined;
  return {
    linkSecret: 'a secret of thirty-two bytes and more, for tests only',
    resolveTxt: async () => [],
    limits: defaultLimits,
    log: { info: silent, warn: silent, error: silent },
    wake: silent,
    ...more,
  } as House;
}

/** Starts a conversation of that person with Usher. */
export function startWalkTest({ as, house = testHouse() }: { as: TestPerson; house?: House }): WalkTest {
  understanding ??= createUnderstanding();
  const understand = understanding.understand;
  const walks = createWalks({ house, understand, publicUrl: 'http://127.0.0.1:3978' });
  conversations += 1;
  const conversationId = `teams:a:${as.email}:${conversations}`;
  const shown = new Map<string, ShownCard>();
  let sent = 0;
  let memory = '{}';
  let preferredLanguage: string | undefined;
  let noted: Parameters<Turn['note']>[0] = {};

  const turn = async (input: Turn['input']): Promise<string> => {
    const remembered = JSON.parse(memory) as Record<string, unknown>;
    const out: OutMessage[] = [];
    noted = {};
    const context = new TurnContext({} as never, { type: 'message', localTimezone: 'Europe/Rome' } as never);
    await walks.onTurn({
      input,
      context,
      conversationId,
      actor: { ...as, language: preferredLanguage ?? as.locale ?? 'en', channel: 'teams' },
      ...(preferredLanguage && { preferredLanguage }),
      clientLocale: as.locale ?? 'en-US',
      memory: remembered,
      say: (message) => out.push(message),
      note: (facts) => void Object.assign(noted, facts),
    });
    memory = JSON.stringify(remembered);
    // A button that was pressed twice is the one thing that is answered by nothing more.
    assert.ok(out.length > 0 || input.kind === 'submit', 'Usher said nothing');
    return out.map(show).join('\n');
  };
  const show = ({ text, card, summary = '', replaces }: OutMessage): string => {
    sent += 1;
    if (!card) {
      assert.ok(text && !/undefined|\$\{/.test(text), `a text with a hole: ${text}`);
      return text;
    }
    checkCard(card, summary);
    const activityId = replaces?.activityId ?? `out-${sent}`;
    // A replaced card stays where it is; the newest message is still the newest.
    shown.set(activityId, { activityId, card: JSON.parse(JSON.stringify(card)), summary });
    newest = activityId;
    return wordsOn(card);
  };
  let newest = '';

  const newestCard = (): ShownCard => shown.get(newest) ?? assert.fail('there is no card');
  const press = (on: ShownCard, title: string, typed: Record<string, string>) => {
    const button = elements(on.card).find((one) => one.type === 'Action.Submit' && one.title === title);
    if (!button) assert.fail(`there is no button ${title}; there are ${titles(on.card).join(' | ')}`);
    const inputs = elements(on.card).filter(({ type }) => type.startsWith('Input.'));
    const held = Object.fromEntries(inputs.map(({ id, value = '' }) => [id as string, value as string]));
    const values = button.associatedInputs === 'none' ? {} : { ...held, ...typed };
    return turn({ kind: 'submit', value: { ...(button.data as object), ...values }, cardActivityId: on.activityId });
  };

  return {
    says: (text) => turn({ kind: 'text', text }),
    presses: (title, typed = {}) => {
      const on = [...shown.values()].reverse().find(({ card }) => titles(card).includes(title)) ?? newestCard();
      return press(on, title, typed);
    },
    pressesOn: (card, title, typed = {}) => press(card, title, typed),
    submits: (value, cardActivityId) =>
      turn({ kind: 'submit', value, ...(cardActivityId !== undefined && { cardActivityId }) }),
    sendsFile: (name, text) => turn({ kind: 'file', name, text }),
    buttons: () => titles(newestCard().card),
    card: newestCard,
    value: (input) => elements(newestCard().card).find(({ id }) => id === input)?.value as string | undefined,
    memory: () => memory,
    noted: () => noted,
    prefers: (language) => {
      preferredLanguage = language;
    },
  };
}

function titles(card: unknown): string[] {
  return elements(card)
    .filter(({ type }) => type === 'Action.Submit')
    .map(({ title }) => title as string);
}
