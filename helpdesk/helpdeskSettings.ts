import type { HelpdeskRole } from '../models/operatorSession.ts';
import type { House } from '../onboarding/house.ts';
import type { LogReader } from './log/logReader.ts';
import type { HelpdeskSignIn } from './signIn/helpdeskSignIn.ts';

/** What the console needs. */
export interface HelpdeskSettings {
  house: House;
  /** Where people reach Usher, without a slash at the end. With https cookies are for https only. */
  publicUrl: string;
  /** Reverse proxies in front, each of which adds to X-Forwarded-For whom it talks to. */
  proxyHops: number;
  /** How often a stream that stands open looks whether its session still holds, in milliseconds; 30,000 if absent. */
  sessionCheckMs?: number;
  /** Keeps what is listed and found up with the log; absent: one that reads only when something is asked for. */
  logReader?: LogReader;
  /** Signing in with Microsoft Entra, where it is configured. */
  signIn?: HelpdeskSignIn;
  /** In local mode: sign-in links, and who one is by them. */
  links?: {
    people: Readonly<Record<HelpdeskRole, { email: string; name: string }>>;
    /** A link was used up: there should be another one. */
    used(role: HelpdeskRole): void;
  };
  /** Folder in which the built page lies, with a slash at the end. */
  pageFolder: URL;
  /** How often the log is looked at while somebody watches, in milliseconds; 1,000 if absent. */
  lookEveryMs?: number;
}
