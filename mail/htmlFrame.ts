import { dark, light } from './colours.ts';

/**
 * Mail programs that know dark mode get our own colours; the others invert by themselves, which these colours bear.
 * The second form is what Outlook on the web and its apps understand.
 */
const darkRules = (prefix: string) => `
  ${prefix} .ground > div { background-color: ${dark.ground} !important; }
  ${prefix} .paper, ${prefix} .paper > table { background-color: ${dark.paper} !important; }
  ${prefix} .text > div, ${prefix} .text td { color: ${dark.text} !important; }
  ${prefix} .quiet > div, ${prefix} .text td.label { color: ${dark.quiet} !important; }
  ${prefix} .brand > div { color: ${dark.brand} !important; }
  ${prefix} .tint { background-color: ${dark.tint} !important; }
  ${prefix} .go > table > tbody > tr > td, ${prefix} .go a { background-color: ${dark.brand} !important; color: ${dark.onBrand} !important; }
  ${prefix} .text a, ${prefix} .quiet a { color: ${dark.brand} !important; }`;

/**
 * @param body MJML to go on the paper, below the heading.
 * @returns a mail as MJML. What stands in `%%…%%` is filled in after it is compiled.
 */
export function htmlFrame(body: string): string {
  return `
<mjml lang="%%language%%">
  <mj-head>
    <mj-title>%%subject%%</mj-title>
    <mj-preview>%%preheader%%</mj-preview>
    <mj-raw>
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
    </mj-raw>
    <mj-attributes>
      <mj-all font-family="'Segoe UI', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', Arial, sans-serif" />
      <mj-text font-size="16px" line-height="24px" color="${light.text}" padding="8px 32px" css-class="text" />
      <mj-table font-size="16px" line-height="24px" color="${light.text}" padding="8px 32px" css-class="text" />
      <mj-section padding="0" />
      <mj-class name="paper" background-color="${light.paper}" css-class="paper" />
    </mj-attributes>
    <mj-style>
      :root { color-scheme: light dark; supported-color-schemes: light dark; }
      a { color: ${light.brand}; }
      .records { word-break: break-all; }
      @media (max-width: 480px) {
        .text, .quiet, .brand, .go { padding-left: 20px !important; padding-right: 20px !important; }
        .facts td { display: block !important; width: auto !important; padding-right: 0 !important; }
        .facts td + td { padding-top: 0 !important; padding-bottom: 8px !important; }
        .go table, .go a { width: 100% !important; box-sizing: border-box; }
      }
      @media (prefers-color-scheme: dark) {
        body { background-color: ${dark.ground} !important; }${darkRules('')}
      }${darkRules('[data-ogsc]')}
    </mj-style>
  </mj-head>
  <mj-body background-color="${light.ground}" css-class="ground">
    <mj-section padding="8px 0">
      <mj-column>
        <mj-text css-class="quiet" color="${light.quiet}" font-size="12px" line-height="16px" padding="0 32px">%%replyAbove%%</mj-text>
      </mj-column>
    </mj-section>
    <mj-section mj-class="paper" border-top="4px solid ${light.brand}" padding="20px 0 0">
      <mj-column>
        <mj-text css-class="brand" color="${light.brand}" font-size="15px" font-weight="600">Business Center</mj-text>
        <mj-text font-size="26px" line-height="34px" font-weight="600" padding-bottom="12px"><h1 style="margin:0;font:inherit;color:inherit">%%heading%%</h1></mj-text>
        ${body}
        <mj-spacer height="24px" />
      </mj-column>
    </mj-section>
    <mj-section padding="12px 0 32px">
      <mj-column>
        <mj-text css-class="quiet" color="${light.quiet}" font-size="13px" line-height="19px">%%closing%%</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
}
