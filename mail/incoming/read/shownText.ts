import type { DomNode, HtmlToTextOptions } from 'html-to-text';
import { isTooDeep } from './isTooDeep.ts';
import { markQuotes } from './markQuotes.ts';

/** What somebody wrote anew stands at the top; a thread that was quoted for months lies below. */
const mostCharacters = 512 * 1024;
/** Browsers, too, put nothing deeper than 512 elements. */
const mostLevels = 500;

/** An element of our own around the whole, so that there is one place to begin. */
const wrapper = 'usher-mail';

const block = { format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } };
const optionsFor = (whole: boolean): HtmlToTextOptions => ({
  wordwrap: false,
  baseElements: { selectors: [wrapper], returnDomByDefault: false },
  limits: { maxDepth: mostLevels + 10, ellipsis: '' },
  formatters: {
    whole: (element: DomNode, walk, builder) => {
      markQuotes(element, whole);
      walk(element.children, builder);
    },
  },
  selectors: [
    { selector: wrapper, format: 'whole' },
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    // Word's paragraphs have no distance.
    { selector: 'p.MsoNormal', ...block },
    { selector: 'tr', ...block },
    { selector: 'td', ...block },
    { selector: 'th', ...block },
  ],
});

type Convert = (html: string) => string;
const converters: { whole?: Promise<Convert>; withoutQuotes?: Promise<Convert> } = {};

async function converter(whole: boolean): Promise<Convert> {
  const { compile } = await import('html-to-text');
  return compile(optionsFor(whole));
}

/**
 * @param whole whether the words of quotes are wanted, too, or only that they are there.
 * @returns the text that a person sees who opens the HTML of a mail: without what is hidden, quotes with `>` before each
 *   line, and quoteMark.ts where the rest is quoted. Undefined where it cannot be had. Fetches nothing.
 */
export async function shownText(html: string, whole: boolean): Promise<string | undefined> {
  const beginning = html.length > mostCharacters ? html.slice(0, mostCharacters) : html;
  if (isTooDeep(beginning, mostLevels)) return undefined;
  const name = whole ? 'whole' : 'withoutQuotes';
  converters[name] ??= converter(whole);
  const convert = await converters[name];
  try {
    return convert(`<${wrapper}>${beginning}</${wrapper}>`);
  } catch (fault) {
    // Elements within elements in a way that isTooDeep.ts does not see: the walk ran out of stack.
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}
