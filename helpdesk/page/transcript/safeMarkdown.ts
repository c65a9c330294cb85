import MarkdownIt from 'markdown-it';

// What Teams draws in a bot's message and in a card, and no more. Without `html` everything else is escaped.
const markdown = new MarkdownIt('zero', { html: false, linkify: false, breaks: true }).enable([
  'emphasis',
  'strikethrough',
  'backticks',
  'escape',
  'newline',
  'list',
  'link',
]);
markdown.validateLink = (address) => /^(https?:|mailto:)/i.test(address.trim());
markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('target', '_blank');
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  return self.renderToken(tokens, index, options);
};

/** @returns HTML of a text in Markdown: nothing in it runs, loads anything or leads elsewhere than the web or a mail. */
export function safeMarkdown(text: string): string {
  return markdown.render(text);
}
