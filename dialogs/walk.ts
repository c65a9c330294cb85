import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
// Not by the package's name: that loads its prompts too, six megabytes of recognizers.
import { Dialog, DialogReason } from 'botbuilder-dialogs/lib/dialog.js';
import type * as z from 'zod';
import type { WalkName } from '../cards/buttons.ts';
import type { SentenceData } from '../language/dataInSentence.ts';
import { rememberEnd } from './memory.ts';
import { noteWalk } from './noteWalk.ts';
import { newWalkState, type Scene, Stage, type WalkState } from './stage.ts';
import type { Understood } from './understood.ts';

/** With what a walk begins: a sentence and its data, or what a button carries. */
export interface Opening {
  sentence?: { text: string; data: SentenceData };
  /** Untrusted: it has been on somebody's screen. */
  button?: Record<string, string>;
  /** A file that was sent. */
  file?: { name: string; text: string };
}

/** What happens next on the walk that is going on. */
export type WalkEvent =
  | { kind: 'said'; understood: Understood }
  | { kind: 'pressed'; action: string; data: Record<string, string>; inputs: Record<string, string> }
  | { kind: 'sentFile'; name: string; text: string }
  | { kind: 'showAgain' };

/** What a button of a walk may send: a zod object of strings for its inputs, refused when it does not fit. */
export type Inputs = Record<string, z.ZodType<Record<string, string>>>;

/** Where the scene of the turn stands in botbuilder's turn state. */
export const sceneKey = Symbol('scene');
/** Where the event of the turn stands in botbuilder's turn state. */
export const eventKey = Symbol('event');
/** Set by a walk that did not take the sentence it was given. */
export const notTakenKey = Symbol('notTaken');

/**
 * One walk of product.md as a dialog of botbuilder-dialogs. What it remembers stands in the dialog stack and so
 * survives a restart; a walk that interrupts it is put on top of it.
 */
export abstract class Walk<State extends object = object> extends Dialog {
  abstract readonly walk: WalkName;
  /** The buttons of the walk's cards and what each may send. */
  abstract readonly inputs: Inputs;

  /** Begins: says where it stands, or does at once what the opening makes possible. */
  protected abstract begin(stage: Stage<State>, opening: Opening): Promise<void>;
  /** Shows the card of the step at which it stands: on resuming, in another language, for a card out of date. */
  protected abstract showAgain(stage: Stage<State>): Promise<void>;
  /** One of the walk's buttons was pressed, with inputs that fit {@link inputs}. */
  protected abstract pressed(
    stage: Stage<State>,
    press: { action: string; data: Record<string, string>; inputs: Record<string, string> },
  ): Promise<void>;
  /**
   * Something was said that is no other walk's business.
   * @returns whether it was of use here.
   */
  protected async said(_stage: Stage<State>, _understood: Understood): Promise<boolean> {
    return false;
  }
  /**
   * Whether a sentence that sounds like another walk's business is an answer here: a bare role while roles are asked
   * for. Only then it does not interrupt this walk.
   */
  expects(_state: State & WalkState, _understood: Understood): boolean {
    return false;
  }
  /**
   * Answers an opening that only looks something up, so that the run of this walk that is going on stays as it is.
   * @returns whether it did; otherwise the walk begins.
   */
  async look(_stage: Stage<State>, _opening: Opening): Promise<boolean> {
    return false;
  }
  /**
   * Whether something begun would be lost if nobody came back to it: a form, a question, a list that was sent. A list
   * that was only looked at is not.
   */
  isUnfinished(_state: State & WalkState): boolean {
    return true;
  }
  /** Whether a button asks for something new each time it is pressed, as *Check now* does. */
  asksAnew(_button: Record<string, string>): boolean {
    return false;
  }
  /** A file was sent. @returns whether it was of use here. */
  protected async sentFile(_stage: Stage<State>, _file: { name: string; text: string }): Promise<boolean> {
    return false;
  }

  override async beginDialog(dc: DialogContext, opening: object = {}): Promise<DialogTurnResult> {
    const instance = dc.activeDialog;
    if (instance) instance.state = newWalkState();
    return this.#act(dc, (stage) => this.begin(stage, opening as Opening), true);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const event = dc.context.turnState.get<WalkEvent>(eventKey);
    return this.#act(dc, async (stage) => {
      switch (event.kind) {
        case 'said':
          if (!(await this.said(stage, event.understood))) dc.context.turnState.set(notTakenKey, true);
          return;
        case 'sentFile':
          if (!(await this.sentFile(stage, event))) dc.context.turnState.set(notTakenKey, true);
          return;
        case 'pressed':
          return this.pressed(stage, event);
        case 'showAgain':
          return this.showAgain(stage);
      }
    });
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = dc.activeDialog?.state as State & WalkState;
    if (!this.isUnfinished(state)) return this.#stepAside(dc, state);
    return this.#act(dc, async (stage) => {
      stage.say(stage.texts.conversation.backTo({ walk: stage.texts.walks[this.walk] }));
      await this.showAgain(stage);
    });
  }

  /** Goes under all other walks; the one that lies below it now, if any, is taken up again. */
  async #stepAside(dc: DialogContext, state: State & WalkState): Promise<DialogTurnResult> {
    state.aside = true;
    dc.stack.unshift(...dc.stack.splice(-1));
    const below = dc.activeDialog;
    if (!below || (below.state as WalkState).aside) return Dialog.EndOfTurn;
    const walk = dc.findDialog(below.id);
    return walk ? walk.resumeDialog(dc, DialogReason.endCalled) : Dialog.EndOfTurn;
  }

  async #act(
    dc: DialogContext,
    act: (stage: Stage<State>) => Promise<void>,
    begins = false,
  ): Promise<DialogTurnResult> {
    const scene = dc.context.turnState.get<Scene>(sceneKey);
    const stage = new Stage<State>(scene, this.walk, dc.activeDialog?.state as State & WalkState);
    await act(stage);
    scene.turn.note({ walk: this.walk, step: stage.ending ? 'end' : stage.state.step });
    const open = !stage.ending && this.isUnfinished(stage.state);
    noteWalk(scene, this.walk, stage.state, open ? 'open' : 'finished', begins);
    if (!stage.ending) return Dialog.EndOfTurn;
    rememberEnd(scene.memory, { card: stage.state.run, walk: this.walk, ...stage.ending });
    return dc.endDialog();
  }
}
