import { html } from '@remix-run/html-template';
import type { SandboxMail } from '../sandboxMail.ts';

/** What the frame around a mail allows: its own styles, and links that open beside it. */
export const mailFramePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; " +
  'sandbox allow-popups allow-popups-to-escape-sandbox';

/** @returns the mail's own HTML as a page for the frame. */
export function mailFrame({ body }: SandboxMail): string {
  if (body.contentType === 'text') {
    return String(html`<!doctype html><title></title><pre style="white-space:pre-wrap">${body.content}</pre>`);
  }
  // The frame may not be navigated, so that links open in a tab of their own, as from a mail program.
  const target = '<base target="_blank">';
  return /<head\b[^>]*>/i.test(body.content)
    ? body.content.replace(/<head\b[^>]*>/i, (head) => head + target)
    : target + body.content;
}
