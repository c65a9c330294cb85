import { languageChoice } from '../cards/languageChoice.ts';
import { spokenLanguage, textsFor } from '../language/texts.ts';
import { setLanguage } from '../onboarding/setLanguage.ts';
import type { Stage } from './stage.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';

/** *Change language*: the chosen language counts for everything from now on, the walk underneath included. */
export class ChangeLanguageWalk extends Walk {
  readonly walk = 'changeLanguage';
  readonly inputs: Inputs = {};

  constructor() {
    super('changeLanguage');
  }

  protected async begin(stage: Stage, { sentence, button }: Opening): Promise<void> {
    const wanted = button?.language ?? sentence?.data.languages[0];
    const language = spokenLanguage(wanted);
    stage.end();
    if (wanted === undefined) return stage.show(languageChoice(stage.reader));
    if (language === undefined) {
      return stage.show(languageChoice(stage.reader, stage.texts.changeLanguage.notSpoken));
    }
    const result = stage.noted(await setLanguage(stage.house, stage.actor, { language }), () => 'languageChanged');
    if (result.outcome === 'refused') return stage.show(languageChoice(stage.reader));
    stage.scene.language = language;
    stage.scene.memory.language = language;
    stage.scene.turn.note({ language });
    stage.say(textsFor(language).changeLanguage.done);
  }

  protected async showAgain(stage: Stage): Promise<void> {
    stage.show(languageChoice(stage.reader));
    stage.end();
  }

  protected async pressed(stage: Stage): Promise<void> {
    await this.showAgain(stage);
  }
}
