import { html, type SafeHtml } from '@remix-run/html-template';
import type { Response } from 'restify';
import { languages, textsFor } from '../language/texts.ts';
import type { Role } from '../models/role.ts';
import { mayDo, mayInvite, maySeeAgreements } from '../onboarding/rolePolicy.ts';
import { form } from './fields/form.ts';
import { type Page, type Section, sections, type Visit } from './visit.ts';

/** What the pages allow: their own styles, forms to themselves, no script. */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  // A link of an invitation stands in the address of its page: nobody else is told. Not `no-referrer`, with which
  // browsers hide also from ourselves where a form comes from (Fetch, "append a request Origin header").
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  Vary: 'Accept-Language, Cookie',
};

/**
 * Answers with a page in the frame that all pages share.
 *
 * @param visit of which only the language is known where the store failed.
 * @param how.secure people come by https, and by nothing else from now on.
 * @param how.cookies asked for when the page is drawn: drawing a form may need one.
 */
export function sendPage(
  response: Response,
  page: Page,
  visit: Visit | Pick<Visit, 'language'>,
  { secure = false, cookies = () => [] }: { secure?: boolean; cookies?: () => readonly string[] } = {},
): void {
  const language = page.language ?? visit.language;
  const body = Buffer.from(String(frame(page, language, 'path' in visit ? visit : undefined)));
  const set = cookies();
  response.writeHead(page.status ?? 200, {
    ...headers,
    ...(secure && { 'Strict-Transport-Security': 'max-age=31536000' }),
    ...page.headers,
    'Content-Language': language,
    'Content-Length': String(body.length),
    ...(set.length > 0 && { 'Set-Cookie': [...set] }),
  });
  // Node leaves the body out by itself where only the headers were asked for.
  response.end(body);
}

function frame({ title, content, faulty, wide, section }: Page, language: string, visit: Visit | undefined): SafeHtml {
  const words = textsFor(language).pages;
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <title>${faulty ? words.frame.faultyTitle({ title }) : title} – Usher</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/page.css">
  </head>
  <body>
    <a class="skip" href="#content">${words.frame.skip}</a>
    <header>
      <div class="bar">
        <a class="brand" href="${visit?.session ? '/home' : '/'}">${brandMark}<span>Business Center</span></a>
        ${visit?.session?.isIn ? tabs(section, language, visit.session.roles) : null}
        ${visit && whoIsHere(visit, language)}
      </div>
    </header>
    <main id="content" tabindex="-1"${wide ? html` class="wide"` : null}>
      <h1>${title}</h1>
      ${content}
    </main>
    <footer>
      <nav class="footLinks" aria-label="${words.frame.footer}">
        <a class="footLink" href="/privacy">${words.privacyTitle}</a>
        <a class="footLink" href="/terms">${words.termsTitle}</a>
        ${languages
          .filter((code) => code !== language)
          .map(
            (code) =>
              html`<a class="footLink" href="/language/${code}" lang="${code}" hreflang="${code}">${textsFor(code).languageName}</a>`,
          )}
      </nav>
      <p class="footNote">${words.brand}</p>
    </footer>
  </body>
</html>
`;
}

/** Where each tab leads, and whether it is any use to somebody with these roles. */
const tabOf: Record<Section, { address: string; isFor: (held: readonly Role[]) => boolean }> = {
  profile: { address: '/home', isFor: () => true },
  access: { address: '/access/users', isFor: mayInvite },
  requests: { address: '/access/requests', isFor: mayInvite },
  domains: { address: '/access/domains', isFor: (held) => mayDo(held, 'addDomains') },
  agreements: { address: '/access/agreements', isFor: maySeeAgreements },
};

/** The way around for those who are signed in, as far as their roles reach. */
function tabs(section: Section | undefined, language: string, held: readonly Role[]): SafeHtml {
  const words = textsFor(language).pages.access;
  return html`<nav class="tabs" aria-label="${words.around}">${sections
    .filter((each) => tabOf[each].isFor(held))
    .map(
      (each) =>
        html`<a class="tab" href="${tabOf[each].address}"${each === section ? html` aria-current="page"` : null}>${words.tabs[each]}</a>`,
    )}</nav>`;
}

/** Top right: who is signed in, with what is theirs; otherwise the way in. */
function whoIsHere(visit: Visit, language: string): SafeHtml {
  const words = textsFor(language).pages.frame;
  if (!visit.session) return html`<a class="signIn" href="/sign-in">${words.signIn}</a>`;
  const { actor } = visit.session;
  return html`<details class="me">
          <summary class="meName">${`${actor.firstName} ${actor.lastName}`.trim() || actor.email}</summary>
          <div class="menu">
            <p class="hint menuNote">${actor.email}</p>
            <a class="menuItem" href="/home">${words.myProfile}</a>
            ${form(visit, html`<button class="menuItem">${words.signOut}</button>`, { action: '/sign-out' })}
          </div>
        </details>`;
}

const brandMark = html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path fill="currentColor" d="M3 2h8a1 1 0 0 1 1 1v2h-2V4H4v12h6v-1h2v2a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1Zm10.3 4.3 3.7 3.7-3.7 3.7-1.4-1.4 1.3-1.3H7V9h6.200l-1.300-1.300 1.400-1.400Z"/></svg>`;
