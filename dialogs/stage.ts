import { randomUUID } from 'node:crypto';
import type { WalkName } from '../cards/buttons.ts';
import type { SpokenCard } from '../cards/card.ts';
import type { Reader } from '../cards/inWords.ts';
import type { Outcome } from '../language/outcome.ts';
import { type Texts, textsFor } from '../language/texts.ts';
import type { WalkNote } from '../models/walkNote.ts';
import type { Actor } from '../onboarding/actor.ts';
import type { House } from '../onboarding/house.ts';
import type { Refused } from '../onboarding/refusal.ts';
import type { Memory } from './memory.ts';
import type { Turn } from './turn.ts';
import type { Understand } from './understood.ts';

/** What every walk's state carries, beside what the walk itself remembers. */
export interface WalkState {
  /** Names this run of the walk; the cards it shows carry it. */
  run: string;
  /** Counts the steps taken: a card of an earlier step is out of date. */
  revision: number;
  /** Where the walk stands, in its own words; also for the log. */
  step: string;
  /** It was only looked at when another walk interrupted it: its card can still be used, but nobody is led back to it. */
  aside?: boolean;
  /** The button that began it, and the revision of the card that it showed then. */
  begunBy?: { button: string; revision: number };
}

/** @returns the state of a walk that begins. */
export function newWalkState(): WalkState {
  return { run: randomUUID().slice(0, 8), revision: 0, step: 'begin' };
}

/** What is the same for all walks during one turn. */
export interface Scene {
  turn: Turn;
  house: House;
  memory: Memory;
  language: string;
  /** IANA name of the client's time zone; `utc` when it does not tell. */
  timeZone: string;
  /** Where pages are reached, without a slash at the end. */
  publicUrl: string;
  /**
   * The activity whose card was pressed and is of no more use then: a form that was sent, a look at something. A card
   * that informs, or a menu, is not: it stays when one of its buttons begins a walk.
   */
  overtaken?: string;
  /** Also reads what stands in the cells of a list: role names in any language. */
  understand: Understand;
  /** What was done on walks in this turn, by run. */
  walked: Map<string, WalkNote>;
}

/** Where one walk acts during one turn: who is there, what it remembers, and how it speaks. */
export class Stage<State extends object = object> {
  readonly house: House;
  readonly actor: Actor;
  readonly language: string;
  readonly texts: Texts;
  /** Set when the walk is over; what to tell about it when one of its cards is used again. */
  ending?: { closing?: string; cancelled?: boolean };

  constructor(
    readonly scene: Scene,
    readonly walk: WalkName,
    /** Kept as JSON between turns and changed in place. */
    readonly state: State & WalkState,
  ) {
    this.house = scene.house;
    this.actor = { ...scene.turn.actor, language: scene.language };
    this.language = scene.language;
    this.texts = textsFor(scene.language);
  }

  /** How this person reads: for the wording of dates, roles and refusals. */
  get reader(): Reader {
    return { texts: this.texts, language: this.language, timeZone: this.scene.timeZone };
  }

  /** What the buttons of the next card carry: the walk, and the card they stand on. */
  get button(): { walk: WalkName; card: string } {
    return { walk: this.walk, card: `${this.state.run}-${this.state.revision}` };
  }

  /** Goes on to a step: cards of the steps before are out of date from now on. */
  goTo(step: string): void {
    this.state.step = step;
    this.state.revision += 1;
  }

  /**
   * Notes for the log what came of what was asked for.
   *
   * @param done what was done, if it was not refused.
   * @returns the result as it is.
   */
  noted<Result extends { outcome: string }>(
    result: Result | Refused,
    done: (result: Exclude<Result, Refused>) => Outcome,
  ): Result | Refused {
    const outcome: Outcome = isRefused(result)
      ? `refused.${result.refusal.reason}`
      : done(result as Exclude<Result, Refused>);
    this.scene.turn.note({ outcome });
    return result;
  }

  say(text: string): void {
    this.scene.turn.say({ text });
  }

  /**
   * Shows a card: in the place of the card that was pressed, where that one is of no more use ({@link Scene.overtaken});
   * otherwise, and where the channel cannot replace cards, as a new message.
   */
  show({ card, summary }: SpokenCard): void {
    const { overtaken } = this.scene;
    // Once only: what else is shown in this turn comes below.
    this.scene.overtaken = undefined;
    this.scene.turn.say({ card, summary, ...(overtaken !== undefined && { replaces: { activityId: overtaken } }) });
  }

  /**
   * Ends the walk after this turn.
   * @param closing what happened, in one sentence: the answer to a second press of a button of this walk.
   */
  end(closing?: string): void {
    this.ending = { ...(closing !== undefined && { closing }) };
  }

  /**
   * Ends the walk after this turn, with nothing done.
   * @param why in a sentence: said to whoever uses one of its cards again.
   */
  refuse(why: string): void {
    this.ending = { closing: why, cancelled: true };
  }
}

function isRefused(result: { outcome: string }): result is Refused {
  return result.outcome === 'refused';
}
