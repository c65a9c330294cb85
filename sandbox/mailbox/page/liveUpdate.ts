/**
 * The page's script: every two seconds it looks whether the lists have changed and puts the new ones in their place,
 * without touching the mail that is being read or where the focus is. Kept as text: it runs in the browser as it is.
 */
export const liveUpdate = `'use strict';
const status = document.querySelector('#news');
let tag = null;

async function look() {
  if (document.hidden) return;
  const headers = tag === null ? {} : { 'If-None-Match': tag };
  const answer = await fetch(location.href, { headers, cache: 'no-store' });
  if (answer.status === 304 || !answer.ok) return;
  const first = tag === null;
  tag = answer.headers.get('etag');
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  let grown = false;
  for (const list of document.querySelectorAll('[data-live]')) {
    const fresh = next.querySelector('[data-live="' + list.dataset.live + '"]');
    if (fresh === null || fresh.innerHTML === list.innerHTML) continue;
    const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    grown = grown || fresh.querySelectorAll('.count, .unread').length > list.querySelectorAll('.count, .unread').length;
    list.innerHTML = fresh.innerHTML;
    if (focused !== null) for (const link of list.querySelectorAll('a')) if (link.getAttribute('href') === focused) link.focus();
  }
  if (grown && !first) status.textContent = document.body.dataset.someNew;
}

setInterval(() => look().catch(() => undefined), 2000);
document.addEventListener('visibilitychange', () => look().catch(() => undefined));
`;
