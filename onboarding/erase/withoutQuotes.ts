import type { Message } from '../../models/message.ts';

const gap = '…';
/** Shorter ones say nothing of anybody, and stand everywhere. */
const shortest = 4;
const inHtml: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

type Said = Pick<Message, 'text' | 'card' | 'html'>;

/** @returns what changes in a message when texts are taken out of it, line by line; undefined when they do not stand there. */
export function withoutQuotes(message: Said, texts: readonly string[]): Partial<Said> | undefined {
  const lines = [...new Set(texts.flatMap((text) => text.split('\n')).map((line) => line.trim()))]
    .filter((line) => line.length >= shortest)
    // One may stand within another.
    .sort((one, other) => other.length - one.length);
  const cleaned = (text: string) => lines.reduce((rest, line) => rest.replaceAll(line, gap), text);
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
    ...(card !== undefined && differing('card', card, cleanedCard(card, cleaned))),
    ...(html !== undefined && differing('html', html, cleanedHtml(html))),
  };
  return Object.keys(changed).length === 0 ? undefined : changed;
}

/** Every string of a card, however its JSON was written. */
function cleanedCard(card: string, cleaned: (text: string) => string): string {
  let found = false;
  const parsed: unknown = JSON.parse(card, (_, value: unknown) => {
    if (typeof value !== 'string') return value;
    const after = cleaned(value);
    found ||= after !== value;
    return after;
  });
  return found ? JSON.stringify(parsed) : card;
}

function differing<Name extends keyof Said>(name: Name, before: string, after: string): Partial<Said> {
  return before === after ? {} : { [name]: after };
}
