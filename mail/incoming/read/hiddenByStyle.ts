import type { DomNode } from 'html-to-text';

const length = '0*(?:\\.0*)?(?:px|pt|em|rem|%)?';
const end = '\\s*(?:!\\s*important\\s*)?(?:;|$)';
const declarations = [
  'display\\s*:\\s*none',
  'mso-hide\\s*:\\s*all',
  `opacity\\s*:\\s*0*(?:\\.0*)?${end}`,
  `(?:max-)?(?:height|width)\\s*:\\s*0${length}${end}`,
  // Where no screen reaches.
  '(?:text-indent|left|top|right|margin-left|margin-top)\\s*:\\s*-\\d{3}',
  'clip\\s*:\\s*rect\\(\\s*[01](?:px)?[\\s,]',
  'transform\\s*:\\s*scale\\(\\s*0\\s*[,)]',
  'color\\s*:\\s*(?:transparent|rgba\\([^)]{1,40},\\s*0(?:\\.0+)?\\s*\\))',
  // Seen, and taken back.
  'text-decoration(?:-line)?\\s*:[^;]{0,40}\\bline-through',
];
const hidden = new RegExp(`(?:^|;)\\s*(?:${declarations.join('|')})`, 'i');

/** A selector that names one class or one id, which is how mails are written. */
const oneName = /^[a-z0-9]*([.#][\w-]{1,100})$/i;

/** Where mails have their styles; further down than this nobody looks. */
const mostCharacters = 128 * 1024;

/** @returns whether an element with these declarations, which stand in it or in a style sheet, is not to be read. */
export function hides(style: string): boolean {
  return hidden.test(style.includes('/*') ? withoutComments(style) : style);
}

/**
 * @param root of a mail's HTML.
 * @returns the classes and ids, as `.name` or `#name` and lower-case, that its style sheets hide on every screen.
 */
export function hiddenNames(root: DomNode): ReadonlySet<string> {
  const names = new Set<string>();
  const css = withoutComments(styleSheets(root)).replaceAll('<!--', ' ').replaceAll('-->', ' ');
  let selectors = '';
  let depth = 0;
  let begin = 0;
  for (const { 0: brace, index } of css.matchAll(/[{}]/g)) {
    const before = css.slice(begin, index);
    begin = index + 1;
    if (brace === '{') {
      if (depth === 0) selectors = before;
      depth += 1;
      continue;
    }
    // What stands within `@media` holds for some screens only.
    if (depth === 1 && hides(before)) {
      for (const selector of selectors.split(',')) {
        const name = oneName.exec(selector.trim())?.[1];
        if (name !== undefined) names.add(name.toLowerCase());
      }
    }
    depth = Math.max(0, depth - 1);
  }
  return names;
}

function styleSheets(root: DomNode): string {
  let css = '';
  const left = [root];
  for (let node = left.pop(); node !== undefined && css.length < mostCharacters; node = left.pop()) {
    if (node.name === 'style') for (const { data = '' } of node.children) css += data.slice(0, mostCharacters);
    else left.push(...(node.children ?? []));
  }
  return css.slice(0, mostCharacters);
}

function withoutComments(css: string): string {
  const [first = '', ...rest] = css.split('/*');
  return [first, ...rest.map((part) => (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : ''))].join(' ');
}
