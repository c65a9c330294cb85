/** One piece of a mail, the same for its HTML and its text. Everything in it is plain text. */
export type MailBlock =
  | { kind: 'paragraph'; text: string }
  /** Small print. */
  | { kind: 'note'; text: string }
  | { kind: 'facts'; rows: { label: string; value: string }[] }
  | { kind: 'roles'; title: string; roles: { name: string; permits: string }[] }
  /** What somebody wrote, set apart so that it cannot be taken for our own words. */
  | { kind: 'quote'; title: string; text: string }
  /** To be copied as it is. */
  | { kind: 'records'; title: string; records: string[] }
  | { kind: 'button'; label: string; link: string; fallback: string };
