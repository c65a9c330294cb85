import type { DomainView } from '../onboarding/views.ts';
import { beginButton } from './buttons.ts';
import { type Action, card, type Element, type SpokenCard } from './card.ts';
import { copyPath } from './copyPath.ts';
import { domainInWords } from './domainInWords.ts';
import { facts, heading, paragraph, subheading } from './elements.ts';
import { momentInWords, type Reader } from './inWords.ts';
import { recordsFound } from './recordsFound.ts';

/**
 * One domain: the TXT record to publish while it is not verified, what the last look-up found, and what comes next. Its
 * buttons work at any time, for a domain takes days.
 *
 * @param publicUrl where the page behind *Copy* is reached: Adaptive Cards have no action that copies.
 * @param said what has just happened, if anything: a title, and a line that stands first.
 */
export function domainCard(
  domain: DomainView,
  publicUrl: string,
  reader: Reader,
  said: { title?: string; line?: string } = {},
): SpokenCard {
  const { texts } = reader;
  const words = texts.addDomain;
  const verified = domain.state === 'verified';
  const taken = domain.state === 'takenByAnother';
  // The record of one that is settled is of no use any more.
  const open = !verified && !taken;
  const name = domainInWords(domain, reader);
  const line = said.line ?? stateLine(domain, name, reader);
  const { organization, number } = domain.account;
  return card(
    line,
    [
      heading(said.title ?? (verified ? words.verifiedTitle : words.cardTitle)),
      subheading(name),
      paragraph(texts.findAdministrator.accountTitle({ organization, number }), { isSubtle: true, spacing: 'None' }),
      paragraph(line),
      said.line !== undefined && verified && paragraph(stateLine(domain, name, reader)),
      ...(open ? [...record(domain, reader), ...lastLook(domain, reader), ...whatNext(domain, reader)] : []),
    ],
    [
      ...(open ? recordButtons(domain, publicUrl, reader) : []),
      ...(taken ? [beginButton(texts.walks.person, 'person')] : []),
      beginButton(words.all, 'addDomain'),
      beginButton(words.remove, 'addDomain', { remove: domain.id }),
    ],
  );
}

function stateLine(domain: DomainView, name: string, { texts }: Reader): string {
  const words = texts.addDomain;
  switch (domain.state) {
    case 'verified':
      return words.verifiedLine({ name, organization: domain.account.organization });
    case 'failed':
      return words.failedLine({ name });
    case 'takenByAnother':
      return words.takenLine({ name });
    case 'pending':
      return words.notVerifiedYet({ name });
  }
}

function record(domain: DomainView, { texts }: Reader): Element[] {
  const words = texts.addDomain;
  return [
    paragraph(words.publish),
    facts([
      [words.host, words.hostValue({ name: domain.name })],
      [words.type, 'TXT'],
    ]),
    facts([[words.value, ' ']]),
    paragraph(domain.txtRecord, { monospace: true, spacing: 'None' }),
  ];
}

function lastLook({ lastCheckedAt, found, fault }: DomainView, reader: Reader): Element[] {
  const words = reader.texts.addDomain;
  if (!lastCheckedAt) return [];
  const when = momentInWords(lastCheckedAt, reader);
  if (fault) return [paragraph(words.lookFailed({ when }))];
  if (found.length === 0) return [paragraph(words.foundNothing({ when }))];
  return [paragraph(words.foundInstead({ when, count: found.length })), ...recordsFound(found, reader)];
}

function whatNext({ state, nextCheckAt, checksEndAt }: DomainView, reader: Reader): Element[] {
  const words = reader.texts.addDomain;
  if (state === 'failed') return [paragraph(words.takesTime)];
  const until = momentInWords(checksEndAt, reader);
  return [
    paragraph(
      nextCheckAt ? words.looksAgain({ next: momentInWords(nextCheckAt, reader), until }) : words.looksUntil({ until }),
    ),
    paragraph(words.takesTime, { isSubtle: true }),
  ];
}

function recordButtons({ id, txtRecord }: DomainView, publicUrl: string, { texts, language }: Reader): Action[] {
  const words = texts.addDomain;
  return [
    beginButton(words.checkNow, 'addDomain', { check: id }),
    { type: 'Action.OpenUrl', title: words.copy, url: publicUrl + copyPath(txtRecord, language) },
  ];
}
