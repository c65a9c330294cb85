import { menu } from '../cards/menu.ts';
import { menuFor } from './menuFor.ts';
import type { Stage } from './stage.ts';
import { type Inputs, Walk } from './walk.ts';

/** Being written. */
export class PersonWalk extends Walk {
  readonly walk = 'person';
  readonly inputs: Inputs = {};

  constructor() {
    super('person');
  }

  protected async begin(stage: Stage): Promise<void> {
    stage.show(menu(stage.texts, await menuFor(stage.scene)));
    stage.end();
  }

  protected async showAgain(stage: Stage): Promise<void> {
    await this.begin(stage);
  }

  protected async pressed(stage: Stage): Promise<void> {
    await this.begin(stage);
  }
}
