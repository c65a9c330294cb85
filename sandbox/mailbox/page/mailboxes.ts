import { SandboxMail } from '../sandboxMail.ts';

/** A person's mailbox as the list shows it. */
export interface Mailbox {
  name: string;
  email: string;
  unread: number;
}

/**
 * @param people whose mailboxes are shown even while they are empty; they come first.
 * @returns the mailboxes of everyone who has mail, with what is unread in them.
 */
export async function mailboxes(people: readonly { name: string; email: string }[]): Promise<Mailbox[]> {
  const found = new Map<string, Mailbox>(
    people.map(({ name, email }) => [email.toLowerCase(), { name, email: email.toLowerCase(), unread: 0 }]),
  );
  const sent = await SandboxMail.find({ sentAt: { $exists: true } })
    .select({ deliveredTo: 1, toRecipients: 1, ccRecipients: 1, bccRecipients: 1 })
    .lean();
  for (const mail of sent) {
    for (const { address, readAt } of mail.deliveredTo) {
      let mailbox = found.get(address);
      if (mailbox === undefined) {
        const known = [...mail.toRecipients, ...mail.ccRecipients, ...mail.bccRecipients];
        const name = known.find((each) => each.address.toLowerCase() === address)?.name;
        mailbox = { name: name || address, email: address, unread: 0 };
        found.set(address, mailbox);
      }
      if (readAt === undefined) mailbox.unread += 1;
    }
  }
  return [...found.values()];
}
