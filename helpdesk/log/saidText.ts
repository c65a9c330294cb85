import type { Message } from '../../models/message.ts';

/** Where a card's JSON holds words that the person sees. */
const shown = new Set(['text', 'title', 'label', 'value']);
const mostDepth = 30;

/** @returns everything that was said in a message, as it can be searched and shown in one line: its words and those of its card. */
export function saidText({ subject, text, card, value }: Pick<Message, 'subject' | 'text' | 'card' | 'value'>): string {
  const inCard = card === undefined ? [] : wordsOfCard(card);
  const parts = [subject, text, ...inCard, ...(value === undefined ? [] : submitted(value))];
  return [...new Set(parts.map((part) => part?.trim()).filter((part) => part))].join('\n');
}

function wordsOfCard(card: string): string[] {
  const words: string[] = [];
  const visit = (node: unknown, depth: number): void => {
    if (depth > mostDepth || typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const each of node) visit(each, depth + 1);
      return;
    }
    for (const [name, part] of Object.entries(node)) {
      if (typeof part === 'string' && shown.has(name)) words.push(part);
      // The choices of a list were not said, and neither is what a button carries.
      else if (name !== 'choices' && name !== 'data') visit(part, depth + 1);
    }
  };
  visit(parsed(card), 0);
  return words;
}

/** What a form was filled in with. Names of buttons are the product's own. */
function submitted(value: string): string[] {
  const fields = parsed(value);
  if (typeof fields !== 'object' || fields === null) return [];
  return Object.values(fields).filter((each) => typeof each === 'string');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
