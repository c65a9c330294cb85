import { html, type SafeHtml } from '@remix-run/html-template';
import { type Texts, textsFor } from '../language/texts.ts';

/** What there is to open in local mode. */
export interface LocalPlaces {
  /** The sample people's chats, in order; without an address while a chat is starting. */
  chats: readonly {
    name: string;
    email: string;
    title: keyof Texts['pages']['sampleTitles'];
    organization: string;
    url?: string;
  }[];
  mailboxUrl: string;
}

/** @returns the content of the start page: what Usher is, and in local mode everything there is to open. */
export function startPage(language: string, places?: LocalPlaces): SafeHtml {
  const words = textsFor(language).pages;
  return html`<p>${words.start}</p>
    ${
      places
        ? html`<h2>${words.chatsTitle}</h2>
      <p class="quiet">${words.chatsHint}</p>
      <ul class="chats">
        ${places.chats.map(
          ({ name, email, title, organization, url }) =>
            html`<li>${
              url
                ? html`<a class="chat" href="${url}" target="_blank" rel="noopener"><strong>${name}</strong><span>${words.sampleTitles[title]}, ${organization} · ${email}</span></a>`
                : html`<p><strong>${name}</strong> <span>${words.chatStarting}</span></p>`
            }</li>`,
        )}
      </ul>
      <h2>${words.mailboxTitle}</h2>
      <p><a href="${places.mailboxUrl}">${words.mailboxLink}</a></p>`
        : html`<p>${words.inTeams}</p>`
    }`;
}
