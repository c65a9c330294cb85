import type { House } from '../../onboarding/house.ts';
import type { StuckItem } from '../api.ts';

/** Something stuck, and how it stands. */
export type StuckThing = Omit<StuckItem, 'kind' | 'actions'> & {
  /** Somebody who takes it off the list sees it again as soon as this is another. */
  as: string;
};

/** One place where something can wait or fail. */
export interface StuckSource {
  kind: StuckItem['kind'];
  /** @returns what is stuck here now, the newest first. */
  list(most: number): Promise<StuckThing[]>;
  /** @param id whatever somebody sent. @returns it as it stands, if it is stuck here. */
  find(id: string): Promise<StuckThing | undefined>;
  /**
   * Makes it due now; done again, it changes nothing more. Absent where trying again would change nothing.
   * @returns whether there is such a thing, stuck or not any more.
   */
  tryAgain?(house: House, id: string): Promise<boolean>;
  /** It is dealt with elsewhere, and only there: nobody takes it off this list. */
  endsElsewhere?: true;
}
