import type { House } from '../onboarding/house.ts';

/** Fills an empty store with the sample organizations; does nothing on any other. */
export async function fillSampleOrganizations(_house: House): Promise<void> {
  throw new Error('not built yet');
}
