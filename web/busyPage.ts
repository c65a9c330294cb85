import { html } from '@remix-run/html-template';
import type { Answer, Visit } from './visit.ts';

/** Too much is going on; nothing was done. */
export function busyPage({ texts, path }: Visit): Answer {
  const words = texts.pages.door;
  return {
    page: {
      title: words.busyTitle,
      content: html`<p>${words.busy}</p><p><a href="${path}">${words.again}</a></p>`,
      status: 503,
      faulty: true,
      headers: { 'Retry-After': '5' },
    },
  };
}
