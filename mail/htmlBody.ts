import { html, type SafeHtml } from '@remix-run/html-template';
import type { MailBlock } from '../models/mailBlock.ts';
import { light } from './colours.ts';
import { htmlFrame } from './htmlFrame.ts';
import type { Letter } from './letter.ts';

/** MJML with `%%names%%` in it, and what goes there once it is compiled. */
interface Piece {
  mjml: string;
  values: Record<string, SafeHtml>;
}

// Compiled by their MJML, which holds no values: one per sequence of blocks, so about ten in all.
const compiled = new Map<string, Promise<string>>();

/**
 * @returns the HTML of a mail: no images, nothing fetched from elsewhere, no script. Values are put in after the MJML is
 * compiled, escaped and in one pass, so that nothing that somebody typed is read as MJML or as a place to fill.
 */
export async function htmlBody(letter: Letter): Promise<string> {
  const pieces = letter.blocks.map(asPiece);
  const greeting = letter.greeting === '' ? [] : ['<mj-text>%%greeting%%</mj-text>'];
  const template = await compile(htmlFrame([...greeting, ...pieces.map(({ mjml }) => mjml)].join('\n')));
  const values: Record<string, SafeHtml> = Object.assign(
    {
      language: html`${letter.language}`,
      subject: html`${letter.subject}`,
      preheader: html`${letter.preheader}`,
      heading: html`${letter.heading}`,
      replyAbove: html`${letter.replyAbove}`,
      greeting: html`${letter.greeting}`,
      closing: html`${letter.closing.map((line) => html`<div>${line}</div>`)}`,
    },
    ...pieces.map((piece) => piece.values),
  );
  return template.replace(/%%(\w+)%%/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing to put into the mail for ${name}`);
    return String(value);
  });
}

function compile(source: string): Promise<string> {
  let html = compiled.get(source);
  if (html === undefined) {
    html = import('mjml').then(async ({ default: mjml }) => {
      const result = await mjml(source, { validationLevel: 'strict', keepComments: false, fonts: {} });
      return result.html;
    });
    compiled.set(source, html);
    html.catch(() => compiled.delete(source));
  }
  return html;
}

function asPiece(block: MailBlock, index: number): Piece {
  const at = `block${index}`;
  switch (block.kind) {
    case 'paragraph':
      return { mjml: `<mj-text>%%${at}%%</mj-text>`, values: { [at]: html`${block.text}` } };
    case 'note':
      return {
        mjml: `<mj-text css-class="quiet" color="${light.quiet}" font-size="14px" line-height="20px">%%${at}%%</mj-text>`,
        values: { [at]: html`${block.text}` },
      };
    case 'facts':
      return { mjml: `<mj-table css-class="text facts">%%${at}%%</mj-table>`, values: { [at]: factRows(block) } };
    case 'roles':
      return titled(at, block.title, roleRows(block));
    case 'quote':
      return titled(at, block.title, quoteRows(block));
    case 'records':
      return titled(at, block.title, recordRows(block));
    case 'button':
      return {
        mjml: `
          <mj-button href="%%${at}link%%" css-class="go" align="left" background-color="${light.brand}"
            color="${light.onBrand}" font-size="16px" font-weight="600" border-radius="4px" inner-padding="13px 32px"
            padding="12px 32px">%%${at}label%%</mj-button>
          <mj-text css-class="quiet records" color="${light.quiet}" font-size="13px"
            line-height="19px">%%${at}fallback%%<br />%%${at}address%%</mj-text>`,
        values: {
          [`${at}link`]: html`${block.link}`,
          [`${at}label`]: html`${block.label}`,
          [`${at}fallback`]: html`${block.fallback}`,
          [`${at}address`]: html`<a href="${block.link}">${block.link}</a>`,
        },
      };
  }
}

type Block<Kind extends MailBlock['kind']> = Extract<MailBlock, { kind: Kind }>;

const boxed = `padding:10px 16px;border-left:4px solid ${light.brand};background-color:${light.tint}`;

// Outlook paints transparent borders black, so that rows are set apart by rows.
const gap = html`<tr><td style="height:8px;line-height:8px;font-size:1px">&nbsp;</td></tr>`;

function titled(at: string, title: string, rows: SafeHtml): Piece {
  return {
    mjml: `
      <mj-text font-weight="600" padding-bottom="0">%%${at}title%%</mj-text>
      <mj-table padding-top="4px">%%${at}%%</mj-table>`,
    values: { [`${at}title`]: html`${title}`, [at]: rows },
  };
}

function factRows({ rows }: Block<'facts'>): SafeHtml {
  const label = `padding:2px 24px 2px 0;color:${light.quiet};vertical-align:top;width:34%`;
  return html`${rows.map(
    ({ label: name, value }) =>
      html`<tr><td class="label" style="${label}">${name}</td><td style="padding:2px 0;font-weight:600">${value}</td></tr>`,
  )}`;
}

function roleRows(block: Block<'roles'>): SafeHtml {
  return boxes(
    block.roles.map(({ name, permits }) => html`<strong>${name}</strong><br />${permits}`),
    boxed,
  );
}

function quoteRows(block: Block<'quote'>): SafeHtml {
  const lines = block.text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
  return boxes([html`${lines}`], boxed);
}

function recordRows(block: Block<'records'>): SafeHtml {
  return boxes(
    block.records.map((record) => html`${record}`),
    `${boxed};font-family:Consolas,'Courier New',monospace;font-size:14px;word-break:break-all`,
  );
}

function boxes(items: SafeHtml[], style: string): SafeHtml {
  return html`${items.map(
    (item, index) => html`${index > 0 ? gap : null}<tr><td class="tint" style="${style}">${item}</td></tr>`,
  )}`;
}
