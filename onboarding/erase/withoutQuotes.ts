import type { MailBlock } from '../../models/mailBlock.ts';
import type { Message } from '../../models/message.ts';

const gap = '…';
/** Shorter ones say nothing of anybody, and stand everywhere. */
const shortest = 4;
const inHtml: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

type Said = Pick<Message, 'text' | 'card' | 'html'>;

/** @returns what changes in a message when texts are taken out of it, line by line; undefined when they do not stand there. */
export function withoutQuotes(message: Said, texts: readonly string[]): Partial<Said> | undefined {
  const lines = linesOf(texts);
  const cleaned = without(lines);
  const cleanedHtml = (html: string) =>
    lines.reduce(
      (rest, line) =>
        rest.replaceAll(
          line.replace(/[&<>"']/g, (sign) => inHtml[sign] as string),
          gap,
        ),
      html,
    );
  const { text, card, html } = message;
  const changed: Partial<Said> = {
    ...differing('text', text, cleaned(text)),
    ...(card !== undefined && differing('card', card, cleanedJson(card, cleaned))),
    ...(html !== undefined && differing('html', html, cleanedHtml(html))),
  };
  return Object.keys(changed).length === 0 ? undefined : changed;
}

/** @returns the blocks of a mail when texts are taken out of them; undefined when they do not stand there. */
export function blocksWithoutQuotes(blocks: readonly MailBlock[], texts: readonly string[]): MailBlock[] | undefined {
  const json = JSON.stringify(blocks);
  const after = cleanedJson(json, without(linesOf(texts)));
  return after === json ? undefined : (JSON.parse(after) as MailBlock[]);
}

function linesOf(texts: readonly string[]): string[] {
  return (
    [...new Set(texts.flatMap((text) => text.split('\n')).map((line) => line.trim()))]
      .filter((line) => line.length >= shortest)
      // One may stand within another.
      .sort((one, other) => other.length - one.length)
  );
}

function without(lines: readonly string[]): (text: string) => string {
  return (text) => lines.reduce((rest, line) => rest.replaceAll(line, gap), text);
}

/** Every string in JSON, however it was written, but those that say what something is. */
function cleanedJson(json: string, cleaned: (text: string) => string): string {
  let found = false;
  const parsed: unknown = JSON.parse(json, (name, value: unknown) => {
    if (typeof value !== 'string' || name === 'type' || name === 'kind') return value;
    const after = cleaned(value);
    found ||= after !== value;
    return after;
  });
  return found ? JSON.stringify(parsed) : json;
}

function differing<Name extends keyof Said>(name: Name, before: string, after: string): Partial<Said> {
  return before === after ? {} : { [name]: after };
}
