import type { House } from '../onboarding/house.ts';
import type { MicrosoftSignIn } from './signIn/microsoftSignIn.ts';
import type { LocalPlaces } from './startPage.ts';

/** What the pages need. */
export interface PageSettings {
  house: House;
  /** Where people reach them, without a slash at the end. With https cookies are for https only. */
  publicUrl: string;
  /** Reverse proxies in front, each of which adds to X-Forwarded-For whom it talks to. */
  proxyHops: number;
  /** Signing in with Microsoft Entra, where it is configured. */
  microsoft?: MicrosoftSignIn;
  /** In local mode: what there is to open now. */
  places?: () => LocalPlaces;
}
