import { html } from '@remix-run/html-template';
import type { Page, Visit } from '../visit.ts';

/** A personal address cannot accept (product.md, "Invitation life"). */
export function personalAddressPage({ texts }: Visit): Page {
  const words = texts.pages.invitation;
  return { title: words.titles.personal, content: html`<p>${words.personal}</p>`, status: 403 };
}
