import { html } from '@remix-run/html-template';
import type { Page, Visit } from '../visit.ts';

/** Somebody whose roles do not go as far as this page, or as what was pressed on it. */
export function nothingHere(visit: Visit): Page {
  const words = visit.texts.pages.access;
  return {
    title: 'form' in visit ? words.notDoneTitle : words.notShownTitle,
    status: 403,
    content: html`<p>${words.notYours}</p><p><a href="/home">${words.toProfile}</a></p>`,
  };
}
