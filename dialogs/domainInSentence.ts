import { foldText } from '../language/foldText.ts';
import { languages, textsFor } from '../language/texts.ts';
import { addressDomain } from '../onboarding/addressDomain.ts';
import type { Understood } from './understood.ts';

/** What a sentence may say is to be done with a domain; where it has words for several, the first counts. */
const wishes = ['remove', 'add', 'check', 'show'] as const;
export type DomainWish = (typeof wishes)[number];

/** Which domain a sentence means, and how surely it is to be added. */
export interface MeantDomain {
  name: string;
  /** `address`: it was read off an e-mail address; `guess`: it only looks like one, e.g. `bücher.example`, `co.uk`. */
  from: 'domain' | 'address' | 'guess';
  /** Absent where the sentence says nothing of it. */
  wish?: DomainWish;
}

/** @returns the domain that a sentence names, or undefined when it names none, or more than one. */
export function domainInSentence({ text, data }: Pick<Understood, 'text' | 'data'>): MeantDomain | undefined {
  const said = wishForDomain(text);
  const wish = said && { wish: said };
  if (data.domains.length > 1) return undefined;
  if (data.domains[0]) return { name: data.domains[0], from: 'domain', ...wish };
  if (data.emails[0]) return { name: addressDomain(data.emails[0]), from: 'address', ...wish };
  const guesses = text
    .split(/[\s,;:!?()"“”«»]+/)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter(looksLikeDomain);
  return guesses[0] && guesses.length === 1 ? { name: guesses[0], from: 'guess', ...wish } : undefined;
}

function looksLikeDomain(word: string): boolean {
  const labels = word.split('.');
  return (
    word.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => /^[\p{L}\p{M}\p{N}-]{1,63}$/u.test(label)) &&
    /^(?:\p{L}{2,}|xn--.+)$/u.test(labels.at(-1) as string)
  );
}

/** @returns what a sentence says is to be done with a domain, whether it names one or not. */
export function wishForDomain(text: string): DomainWish | undefined {
  const said = foldText(text).split(/[^\p{L}\p{N}.@-]+/u);
  return wishes.find((wish) =>
    languages.some((language) => textsFor(language).addDomain.wishes[wish].some((word) => said.includes(word))),
  );
}
