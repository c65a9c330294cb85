/**
 * @returns whose mailbox gets a mail that is sent to `address`, lower-cased: `usher+tag@contoso.com` lies in
 *   `usher@contoso.com` (Exchange Online does so unless it is switched off; RFC 5233).
 */
export function deliveryAddress(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '');
}
