import { stringify } from 'csv-stringify/sync';
import { type ExportedMessage, exportedColumns } from './exportedMessage.ts';

/**
 * Where a cell may begin: at its own beginning, and within it where a spreadsheet takes a semicolon for what divides
 * cells, as in Italy, or does not mind our quotes.
 */
const formula = /(^|(?<!^)[;\t\r\n] {0,9})(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/g;

/**
 * Writes messages as CSV (RFC 4180) that spreadsheets open: UTF-8 with its mark. What a spreadsheet would take for a
 * formula gets an apostrophe in front (OWASP, "CSV Injection"): people wrote it, and operators open it. All text stands
 * in quotes, lest a line feed in it begin a row.
 */
export async function* asCsv(messages: AsyncIterable<ExportedMessage>): AsyncGenerator<string> {
  yield `\ufeff${line([...exportedColumns])}`;
  for await (const message of messages) yield line(exportedColumns.map((name) => message[name] ?? ''));
}

function line(cells: (string | number)[]): string {
  const harmless = cells.map((cell) => (typeof cell === 'string' ? cell.replace(formula, "$1'") : cell));
  return stringify([harmless], { quoted_string: true, record_delimiter: '\r\n' });
}
