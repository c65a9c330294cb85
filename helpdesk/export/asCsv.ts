import { stringify } from 'csv-stringify/sync';
import { type ExportedMessage, exportedColumns } from './exportedMessage.ts';

/**
 * Writes messages as CSV (RFC 4180) that spreadsheets open: UTF-8 with its mark. What a spreadsheet would take for a
 * formula gets an apostrophe in front (OWASP, "CSV Injection"): people wrote it, and operators open it.
 */
export async function* asCsv(messages: AsyncIterable<ExportedMessage>): AsyncGenerator<string> {
  yield `\ufeff${line([...exportedColumns])}`;
  for await (const message of messages) yield line(exportedColumns.map((name) => message[name] ?? ''));
}

function line(cells: (string | number)[]): string {
  return stringify([cells], { escape_formulas: true, record_delimiter: '\r\n' });
}
