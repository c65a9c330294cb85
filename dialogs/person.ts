import { notice } from '../cards/notice.ts';
import { listInWords } from '../language/wording.ts';
import { roles } from '../models/role.ts';
import { askForPerson } from '../onboarding/askForPerson.ts';
import { mayDo } from '../onboarding/rolePolicy.ts';
import type { Stage } from './stage.ts';
import { takesAccessAway } from './takesAccessAway.ts';
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
    const lines = [words.queued, words.meanwhile];
    if (sentence && takesAccessAway(sentence)) lines.unshift(words.cannotTakeAway({ roles: managersInWords(stage) }));
    stage.show(notice(stage.texts, { title: words.title, lines, next: ['help'] }));
    stage.end(words.queued);
  }

  protected async showAgain(): Promise<void> {
    // It ends where it begins: there is no step to show.
  }

  protected async pressed(): Promise<void> {
    // Its card has no buttons of its own.
  }
}

/** The roles that manage users, as a choice of them. */
function managersInWords({ texts, language }: Stage): string {
  const managers = roles.filter((role) => mayDo([role], 'manageUsers'));
  return listInWords(
    managers.map((role) => texts.roles[role]),
    language,
    'disjunction',
  );
}
