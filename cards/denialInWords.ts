import type { Denial } from '../onboarding/findAdministrator.ts';
import { dayInWords, type Reader } from './inWords.ts';

/** @returns who has turned down what somebody asks for again, when, and with which words. */
export function denialInWords({ by, at, reason }: Denial, reader: Reader): string[] {
  const { texts } = reader;
  return [
    texts.findAdministrator.requestDenied({ by, when: dayInWords(at, reader) }),
    ...(reason ? [texts.notices.accessRequestDecided.reason({ by, reason })] : []),
  ];
}
