import type { House } from '../onboarding/house.ts';
import type { LogReader } from './log/logReader.ts';

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
}
