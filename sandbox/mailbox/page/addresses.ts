/** @returns the address of the page of one mailbox. */
export function mailboxAddress(base: string, email: string): string {
  return `${base}/${encodeURIComponent(email)}`;
}

/** @returns the address of the page of one mail, or of one view of it. */
export function mailAddress(base: string, email: string, id: string, view?: string): string {
  return `${mailboxAddress(base, email)}/${id}${view === undefined ? '' : `?view=${view}`}`;
}

/** @returns the address of the page to write on, or to answer that mail on. */
export function writeAddress(base: string, email: string, reply?: string): string {
  return `${mailboxAddress(base, email)}/write${reply === undefined ? '' : `?reply=${reply}`}`;
}
