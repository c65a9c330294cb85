import { notice } from '../cards/notice.ts';
import { askForPerson } from '../onboarding/askForPerson.ts';
import type { Stage } from './stage.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';

/** *Talk to a person*: puts the conversation into the helpdesk's queue. */
export class PersonWalk extends Walk {
  readonly walk = 'person';
  readonly inputs: Inputs = {};

  constructor() {
    super('person');
  }

  protected async begin(stage: Stage, { sentence }: Opening): Promise<void> {
    await askForPerson(stage.house, stage.actor, {
      conversationId: stage.scene.turn.conversationId,
      ...(sentence && { reason: sentence.text }),
    });
    stage.scene.turn.note({ outcome: 'personAsked' });
    const words = stage.texts.person;
    stage.show(notice(stage.texts, { title: words.title, lines: [words.queued, words.meanwhile], next: ['help'] }));
    stage.end(words.queued);
  }

  protected async showAgain(): Promise<void> {
    // It ends where it begins: there is no step to show.
  }

  protected async pressed(): Promise<void> {
    // Its card has no buttons of its own.
  }
}
