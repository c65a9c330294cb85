const fonts = ['Cambria Math', 'Calibri', 'Aptos', 'Segoe UI', 'Verdana', 'Tahoma'];
const levels = Array.from({ length: 9 }, (_, index) => index + 1);

/** The style sheet that Word puts into each mail: fonts, paragraphs, links, lists. */
export const wordStyles = `<style><!--
/* Font Definitions */
${fonts.map((font) => `@font-face\n\t{font-family:"${font}";\n\tpanose-1:2 4 5 3 5 4 6 3 2 4;}`).join('\n')}
/* Style Definitions */
p.MsoNormal, li.MsoNormal, div.MsoNormal
\t{margin:0cm;\n\tfont-size:11.0pt;\n\tfont-family:"Calibri",sans-serif;\n\tmso-ligatures:standardcontextual;\n\tmso-fareast-language:EN-US;}
a:link, span.MsoHyperlink
\t{mso-style-priority:99;\n\tcolor:#0563C1;\n\ttext-decoration:underline;}
span.EmailStyle17
\t{mso-style-type:personal-compose;\n\tfont-family:"Calibri",sans-serif;\n\tcolor:windowtext;}
.MsoChpDefault
\t{mso-style-type:export-only;\n\tfont-size:10.0pt;}
@page WordSection1
\t{size:612.0pt 792.0pt;\n\tmargin:70.85pt 2.0cm 2.0cm 2.0cm;}
div.WordSection1
\t{page:WordSection1;}
/* List Definitions */
${levels.map((level) => `@list l0:level${level}\n\t{mso-level-number-format:bullet;\n\tmso-level-tab-stop:none;\n\tmso-level-number-position:left;\n\ttext-indent:-18.0pt;\n\tfont-family:Symbol;}`).join('\n')}
--></style>`;
