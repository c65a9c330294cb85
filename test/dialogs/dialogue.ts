import assert from 'node:assert/strict';
import { Duration, type DurationLikeObject, Settings } from 'luxon';
import type { TestHouse } from '../onboarding/house.ts';
import { type ShownCard, startWalkTest, type TestPerson, type WalkTest } from './walkTest.ts';

/** One exchange: what the person does, and what they see in answer. */
export interface Step {
  says?: string;
  /** The title of a button on the newest card that has one. */
  presses?: string;
  /** On this card, as it was, instead of the newest one. */
  on?: string;
  typed?: Record<string, string>;
  /** Any value, as somebody may send who changed a card. */
  submits?: (dialogue: Dialogue) => Record<string, unknown>;
  /** Something that happens beside the conversation; may come before what the person does. */
  first?: (dialogue: Dialogue) => unknown;
  /** Time goes by before. */
  later?: DurationLikeObject;
  sees?: (string | RegExp)[];
  doesNotSee?: (string | RegExp)[];
  /** Usher says nothing more. */
  seesNothing?: true;
  /** Titles that the newest card has. */
  buttons?: string[];
  noButtons?: string[];
  /** What the inputs of the newest card hold. */
  holds?: Record<string, string | undefined>;
  /** The answer took the place of this card. */
  replaces?: string;
  /** Keeps the newest card under this name. */
  keeps?: string;
  /** Looks at what is remembered after. */
  after?: (dialogue: Dialogue) => unknown;
}

export interface Dialogue {
  house: TestHouse;
  chat: WalkTest;
  cards: Map<string, ShownCard>;
}

export interface Row {
  it: string;
  as: TestPerson;
  /** The language that the person chose. */
  prefers?: string;
  steps: Step[];
}

/** Plays one row of a table of dialogues. */
export async function play({ as, prefers, steps }: Row, house: TestHouse): Promise<void> {
  const dialogue: Dialogue = { house, chat: startWalkTest({ as, house }), cards: new Map() };
  const { chat, cards } = dialogue;
  if (prefers) chat.prefers(prefers);
  let passed = 0;
  try {
    for (const [index, step] of steps.entries()) {
      const where = `step ${index + 1} (${step.says ?? step.presses ?? 'submits'})`;
      passed += step.later ? Duration.fromObject(step.later).toMillis() : 0;
      const millis = passed;
      Settings.now = () => Date.now() + millis;
      await step.first?.(dialogue);
      const seen = await act(step, dialogue);
      assert.equal(seen === '', step.seesNothing === true, `${where}: whether anything was said`);
      for (const wanted of step.sees ?? []) assert.ok(occurs(wanted, seen), `${where}: no ${wanted} in\n${seen}`);
      for (const not of step.doesNotSee ?? []) assert.ok(!occurs(not, seen), `${where}: ${not} in\n${seen}`);
      for (const title of step.buttons ?? []) {
        assert.ok(chat.buttons().includes(title), `${where}: no button ${title}; ${chat.buttons().join(' | ')}`);
      }
      for (const title of step.noButtons ?? []) assert.ok(!chat.buttons().includes(title), `${where}: button ${title}`);
      for (const [input, value] of Object.entries(step.holds ?? {})) {
        assert.equal(chat.value(input), value, `${where}: what ${input} holds`);
      }
      if (step.replaces) assert.equal(chat.card().activityId, cards.get(step.replaces)?.activityId, where);
      if (step.keeps) cards.set(step.keeps, chat.card());
      await step.after?.(dialogue);
    }
  } finally {
    Settings.now = () => Date.now();
  }
}

async function act(step: Step, dialogue: Dialogue): Promise<string> {
  const { chat, cards } = dialogue;
  if (step.says !== undefined) return await chat.says(step.says);
  if (step.submits) return await chat.submits(step.submits(dialogue));
  const title = step.presses ?? assert.fail('a step without anything to do');
  const on = step.on === undefined ? undefined : (cards.get(step.on) ?? assert.fail(`no card ${step.on}`));
  return on ? await chat.pressesOn(on, title, step.typed) : await chat.presses(title, step.typed);
}

function occurs(wanted: string | RegExp, seen: string): boolean {
  return typeof wanted === 'string' ? seen.includes(wanted) : wanted.test(seen);
}
