import { html } from '@remix-run/html-template';
import type { Page, Visit } from '../visit.ts';

/** Somebody whose roles do not go as far as this page. */
export function nothingHere(title: string, visit: Visit): Page {
  const words = visit.texts.pages.access;
  return { title, status: 403, content: html`<p>${words.notYours}</p><p><a href="/home">${words.toProfile}</a></p>` };
}
