import type { Element } from './card.ts';

/** The title of a card. Only our own words: a TextBlock reads Markdown. */
export function heading(text: string): Element {
  return { type: 'TextBlock', text, size: 'Large', weight: 'Bolder', wrap: true, style: 'heading' };
}

/** A smaller title inside a card. May carry names: it reads no Markdown. */
export function subheading(text: string): Element {
  return {
    type: 'RichTextBlock',
    spacing: 'Medium',
    separator: true,
    inlines: [{ type: 'TextRun', text, weight: 'Bolder' }],
  };
}

interface ParagraphLook {
  color?: 'Attention' | 'Good' | 'Warning' | 'Accent';
  isSubtle?: boolean;
  spacing?: 'None' | 'Small' | 'Medium';
  monospace?: boolean;
}

/**
 * A paragraph of text. A RichTextBlock reads no Markdown, so that what somebody else wrote (a name, a message) can put
 * no link and no formatting into the card.
 */
export function paragraph(text: string, look: ParagraphLook = {}): Element {
  const { color, isSubtle, spacing, monospace } = look;
  return {
    type: 'RichTextBlock',
    ...(spacing && { spacing }),
    inlines: [
      {
        type: 'TextRun',
        text,
        ...(color && { color }),
        ...(isSubtle && { isSubtle }),
        ...(monospace && { fontType: 'Monospace' }),
      },
    ],
  };
}

/** One fact a line, the label first. Facts without a value are left out. Reads no Markdown. */
export function facts(rows: readonly (readonly [label: string, value: string | undefined])[]): Element {
  return {
    type: 'Container',
    spacing: 'Small',
    items: rows
      .filter(([, value]) => value)
      .map(([label, value]) => ({
        type: 'RichTextBlock',
        spacing: 'Small',
        inlines: [
          { type: 'TextRun', text: `${label}: `, weight: 'Bolder' },
          { type: 'TextRun', text: value },
        ],
      })),
  };
}
