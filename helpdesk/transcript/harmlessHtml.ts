import type { IOptions } from 'sanitize-html';

/** Longer HTML of a mail is not shown as such; its text is. */
const longest = 300_000;

/** Layout that mails are made of; nothing that loads, covers the page, or hides and shows. */
const size = /^\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|%)?$/;
const colour = /^(?:#[0-9a-f]{3,8}|[a-z]{3,20}|rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\))$/i;
const sizes = /^(?:\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|%)?|auto)(?: (?:\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|%)?|auto)){0,3}$/;

/**
 * Mails set sizes and distances of lines in pixels around their headings. Those shall neither grow beyond what a transcript
 * has room for, nor keep lines that are too close for them; what they say of themselves goes before this.
 */
const headings = { h1: '1.5em', h2: '1.3em', h3: '1.1em', h4: '1.1em', h5: '1.1em', h6: '1.1em' };

const options: IOptions = {
  allowedTags: [
    ...['p', 'div', 'span', 'br', 'hr', 'blockquote', 'pre', 'code', 'center', 'font', 'address'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'ins', 'small', 'sub', 'sup'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'a'],
    ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption'],
  ],
  disallowedTagsMode: 'discard',
  // Their content is not what somebody wrote.
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head', 'template', 'xmp', 'svg', 'math'],
  allowedAttributes: {
    a: ['href', 'title', 'rel', 'target'],
    '*': ['style', 'dir', 'lang', 'align', 'valign'],
    td: ['colspan', 'rowspan', 'width', 'bgcolor'],
    th: ['colspan', 'rowspan', 'width', 'bgcolor'],
    table: ['width', 'cellpadding', 'cellspacing', 'border', 'bgcolor'],
    font: ['color', 'size'],
    ol: ['start'],
  },
  allowedStyles: {
    '*': {
      color: [colour],
      'background-color': [colour],
      'text-align': [/^(?:left|right|center|justify)$/],
      'font-weight': [/^(?:bold|normal|\d00)$/],
      'font-style': [/^(?:italic|normal)$/],
      // The shorthand only where it says nothing of its own: without it, a heading within text grows twice.
      font: [/^inherit$/],
      'font-size': [size],
      'line-height': [size],
      'text-decoration': [/^(?:underline|line-through|none)$/],
      width: [size],
      padding: [sizes],
      margin: [sizes],
    },
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 100,
  transformTags: {
    ...Object.fromEntries(
      Object.entries(headings).map(([heading, size]) => [
        heading,
        (tagName: string, { style = '', ...attribs }: Record<string, string>) => ({
          tagName,
          attribs: { ...attribs, style: `font-size:${size};line-height:1.3;${style}` },
        }),
      ]),
    ),
    // Where it leads is said on the link: it may pretend something else.
    a: (tagName, { href = '' }) => ({
      tagName,
      attribs: {
        href,
        ...(/^(https?|mailto):/i.test(href) && { title: href }),
        rel: 'noopener noreferrer nofollow',
        target: '_blank',
      },
    }),
  },
};

/**
 * Makes HTML of a mail harmless: its words and simple layout stay. Nothing is loaded, run, sent or covered by it; it is
 * to be shown in a sandboxed frame besides.
 *
 * @returns undefined for what is too large to be worth it.
 */
export async function harmlessHtml(html: string): Promise<string | undefined> {
  if (html.length > longest) return undefined;
  // A start need not wait for its parsers.
  const { default: sanitize } = await import('sanitize-html');
  return sanitize(html, options);
}
