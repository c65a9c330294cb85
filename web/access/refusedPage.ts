import { html } from '@remix-run/html-template';
import { refusalInWords } from '../../cards/inWords.ts';
import type { Refusal } from '../../onboarding/refusal.ts';
import type { Page, Visit } from '../visit.ts';
import { nothingHere } from './nothingHere.ts';
import { readerOf } from './readerOf.ts';

const status: Partial<Record<Refusal['reason'], number>> = { notFound: 404, limited: 429, noLongerPending: 409 };

/** Says why something is not done, or not shown, and leads back. */
export function refusedPage(refusal: Refusal, visit: Visit, back: string): Page {
  if (refusal.reason === 'mayNotInvite' || refusal.reason === 'mayNotAddDomain') return nothingHere(visit);
  const words = visit.texts.pages.access;
  return {
    title: 'form' in visit ? words.notDoneTitle : words.notShownTitle,
    status: status[refusal.reason] ?? 403,
    faulty: true,
    content: html`<p>${refusalInWords(refusal, readerOf(visit))}</p><p><a href="${back}">${words.back}</a></p>`,
  };
}
