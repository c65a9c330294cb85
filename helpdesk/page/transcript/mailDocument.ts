/**
 * What a mail may do, whatever it holds: show text, its own pictures and its styles. Stands in the document besides the
 * page's own policy, which it inherits, so that neither depends on the other.
 */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'self'";

/**
 * @param language of the mail, by its code, as far as that is known.
 * @returns the document for a sandboxed frame that shows a mail's HTML, which the server has made harmless already.
 */
export function mailDocument(html: string, language = ''): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light"><base target="_blank"></head><body style="margin:0;padding:8px 12px;font:14px/1.45 'Segoe UI',Arial,sans-serif;color:#242424;background:#fff;overflow-wrap:anywhere">${html}</body></html>`;
}
