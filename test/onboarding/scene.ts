import { Settings } from 'luxon';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { makeHouse, type TestHouse } from './house.ts';
import { loadSample } from './people.ts';

/** What a test finds before it begins: a fresh house and the sample organizations in an empty store. */
export interface Scene {
  house: TestHouse;
  ids: Awaited<ReturnType<typeof loadSample>>;
  /** Begins anew, within a test. */
  afresh(): Promise<void>;
  /**
   * Stops the clock that luxon shows, so that no window of a limit ends by itself; only `later` moves it on. It stands an
   * hour ahead: a database server removes what has expired by its own clock, which goes on.
   */
  still(): void;
  /** Moves the clock that luxon shows; real time goes on under it, unless it is stopped. */
  later(length: { seconds?: number; minutes?: number; hours?: number; days?: number }): void;
}

/** Declares the hooks of a describe block whose tests play in the sample organizations. */
export function scene(): Scene {
  let store: TestStore;
  let ahead = 0;
  let stoppedAt: number | undefined;
  const it = {} as Scene;
  it.later = ({ seconds = 0, minutes = 0, hours = 0, days = 0 }) => {
    ahead += ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1_000;
  };
  it.still = () => {
    stoppedAt = Date.now() + 60 * 60_000;
  };
  it.afresh = async () => {
    ahead = 0;
    stoppedAt = undefined;
    Settings.now = () => (stoppedAt ?? Date.now()) + ahead;
    await store.clear();
    it.house = makeHouse();
    it.ids = await loadSample(it.house);
  };
  before(async () => {
    store = await openTestStore();
  });
  beforeEach(() => it.afresh());
  after(async () => {
    Settings.now = () => Date.now();
    await store.close();
  });
  return it;
}
