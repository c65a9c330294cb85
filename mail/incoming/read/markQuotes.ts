import type { DomNode } from 'html-to-text';
import { hiddenNames, hides } from './hiddenByStyle.ts';
import { quoteMark } from './quoteMark.ts';

/** Ids and classes behind which there is nothing but the mail that is answered. */
const quoteBegins = new Set([
  // Outlook on the web, for Windows (new), for Mac, on phones, Hotmail.
  'appendonsend',
  'divrplyfwdmsg',
  'mail-editor-reference-message-container',
  'ms-outlook-mobile-body-separator-line',
  'olk_src_body_section',
  'outlookmessageheader',
  'stopspelling',
]);

/** Ids and classes of what was not written anew: the mail that is answered, and the line that introduces it. */
const quotes = new Set([
  'gmail_attr',
  'moz-cite-prefix',
  'moz-forward-container',
  'protonmail_quote',
  'zmail_extra',
  'isreplycontent',
  'isforwardcontent',
  'reply-intro',
  'messagereplysection',
  'yahoo_quoted',
]);

/** Ids and classes of signatures, which mail programs put there by themselves. */
const signatures = new Set([
  'gmail_signature',
  'moz-signature',
  'ms-outlook-mobile-signature',
  'signature',
  'composer_signature',
  'ymail_android_signature',
  'protonmail_signature_block',
]);

const withoutText = new Set([
  ...['head', 'script', 'style', 'template', 'title', 'noscript', 'object', 'svg', 'select', 'datalist', 'textarea'],
  // What stands in them is for programs that do not know them.
  ...['iframe', 'audio', 'video', 'canvas', 'noframes', 'noembed'],
  'dialog',
  // Struck out: seen, and taken back.
  ...['s', 'strike', 'del'],
]);

const visibility = /(?:^|;)\s*visibility\s*:\s*(\w+)/i;
const fontSize = /(?:^|;)\s*font(?:-size)?\s*:\s*([\d.]+)(px|pt|em|rem|%)?(?=[\s/!;]|$)/i;
/** What nobody can read, by its unit. */
const tooSmall: Readonly<Record<string, number>> = { px: 1, pt: 1, em: 0.1, rem: 0.1, '%': 10 };
const lineAbove = /border-top(?:-style)?\s*:[^;]*\bsolid\b/i;

interface Place {
  node: DomNode;
  /** Within a quote already. */
  quoted: boolean;
  /** A letter of this is too small to be read, or not painted, until an element within it says otherwise. */
  unseen: boolean;
}

/**
 * Prepares the HTML of a mail to be read as text: what nobody sees is taken out, quotes become `blockquote` elements,
 * and {@link quoteMark} stands where everything behind it is the mail that is answered.
 *
 * @param root whose content is changed in place.
 * @param whole whether the words of quotes are wanted; they are most of a long thread.
 */
export function markQuotes(root: DomNode, whole: boolean): void {
  let cut = false;
  const unseenNames = hiddenNames(root);
  const places: Place[] = [{ node: root, quoted: false, unseen: false }];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { node } = place;
    if (cut && !whole) {
      remove(node);
      continue;
    }
    if (node.type === 'text') {
      if (place.unseen) remove(node);
      continue;
    }
    const name = node.name ?? '';
    if (withoutText.has(name) || isHidden(node, unseenNames)) {
      remove(node);
      continue;
    }
    if (name === 'img') {
      asEmoji(node);
      continue;
    }
    const names = namesOf(node);
    if (!place.quoted && names.some((each) => signatures.has(each))) {
      remove(node);
      continue;
    }
    if (!cut && !place.quoted && beginsQuote(node, names)) {
      cut = true;
      insertMark(node);
      if (!whole) {
        remove(node);
        continue;
      }
    }
    const { quoted } = place;
    if (quoted) {
      // One sign is enough: quotes within quotes would be gone over once a level.
      if (name === 'blockquote') node.name = 'div';
    } else if (name === 'blockquote' || isQuote(node, names)) {
      node.name = 'blockquote';
      place.quoted = true;
      if (!whole) {
        node.children = [{ type: 'text', data: '…', children: [] }];
        continue;
      }
    }
    const unseen = isUnseen(node, place.unseen);
    for (let index = (node.children?.length ?? 0) - 1; index >= 0; index -= 1) {
      places.push({ node: node.children[index] as DomNode, quoted: place.quoted, unseen });
    }
  }
}

/** The id, the classes and the name of an element, lower-cased. */
function namesOf(node: DomNode): string[] {
  const { id, class: classes, name } = attributes(node);
  if (id === undefined && classes === undefined && name === undefined) return [];
  return `${id ?? ''} ${classes ?? ''} ${name ?? ''}`.toLowerCase().trim().split(/\s+/);
}

function attributes(node: DomNode): Record<string, string | undefined> {
  return (node.attribs ?? {}) as Record<string, string | undefined>;
}

function beginsQuote(node: DomNode, names: readonly string[]): boolean {
  if (names.some((each) => quoteBegins.has(each))) return true;
  // Outlook for Windows, in any language: a line, and under it “From:” or what stands for it.
  const { style = '' } = attributes(node);
  return lineAbove.test(style) && /^\p{L}[\p{L} ]{0,20}\s?[:：]/u.test(firstText(node));
}

function isQuote(node: DomNode, names: readonly string[]): boolean {
  if (names.some((each) => quotes.has(each) || each.startsWith('yahoo_quoted'))) return true;
  // Answers may stand between the blockquotes of a gmail_quote; without one, it is a mail passed on.
  return names.includes('gmail_quote') && !node.children.some(({ name }) => name === 'blockquote');
}

function isHidden(node: DomNode, names: ReadonlySet<string>): boolean {
  const { style, hidden: attribute, class: classes, id } = attributes(node);
  if (attribute !== undefined || (style !== undefined && hides(style))) return true;
  if (names.size === 0) return false;
  const own = (classes ?? '').toLowerCase().split(/\s+/);
  return own.some((each) => names.has(`.${each}`)) || names.has(`#${(id ?? '').toLowerCase()}`);
}

function isUnseen(node: DomNode, inherited: boolean): boolean {
  const { style } = attributes(node);
  if (style === undefined) return inherited;
  const painted = visibility.exec(style)?.[1]?.toLowerCase();
  if (painted === 'hidden' || painted === 'collapse') return true;
  const size = fontSize.exec(style);
  if (size !== null) return Number(size[1]) <= (tooSmall[size[2]?.toLowerCase() ?? ''] ?? 0);
  return painted === 'visible' ? false : inherited;
}

/** An emoji may be a picture, whose alternative text is what somebody chose. */
function asEmoji(node: DomNode): void {
  const { alt = '' } = attributes(node);
  if (alt.length <= 12 && /\p{Extended_Pictographic}/u.test(alt)) {
    node.type = 'text';
    node.data = alt;
  } else remove(node);
}

function remove(node: DomNode): void {
  node.type = 'comment';
  node.children = [];
}

function insertMark(node: DomNode): void {
  const siblings = node.parent?.children;
  const index = siblings?.indexOf(node) ?? -1;
  if (siblings === undefined || index === -1) return;
  const mark: DomNode = { type: 'text', data: quoteMark, children: [] };
  siblings.splice(index, 0, { type: 'tag', name: 'div', attribs: {}, children: [mark] });
}

/** @returns the first visible words of an element, looked for in its first few nodes. */
function firstText(node: DomNode): string {
  const left = [node];
  for (let looked = 0; looked < 40; looked += 1) {
    const next = left.pop();
    if (next === undefined) break;
    if (next.type === 'text') {
      const words = next.data?.trim() ?? '';
      if (words !== '') return words;
    }
    for (let index = Math.min(next.children?.length ?? 0, 40) - 1; index >= 0; index -= 1) {
      left.push(next.children[index] as DomNode);
    }
  }
  return '';
}
